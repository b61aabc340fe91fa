/** Looks at a database as somebody who knows what runs need, and says what is in their way. Changes nothing. */
@NullMarked
package dev.reflux.r2dbc.doctor;

import org.jspecify.annotations.NullMarked;
