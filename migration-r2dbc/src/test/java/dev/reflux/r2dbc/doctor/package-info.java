/** Tests of what a doctor finds, on real servers. */
@NullMarked
package dev.reflux.r2dbc.doctor;

import org.jspecify.annotations.NullMarked;
