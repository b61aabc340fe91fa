/** The booking service, started and used from outside. */
@NullMarked
package dev.reflux.sample;

import org.jspecify.annotations.NullMarked;
