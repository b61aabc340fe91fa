/** Businesses, what they offer, and who has booked it. */
@NullMarked
package dev.reflux.sample.booking;

import org.jspecify.annotations.NullMarked;
