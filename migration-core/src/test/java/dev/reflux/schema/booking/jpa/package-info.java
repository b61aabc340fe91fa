/** The booking service's tables as annotated entities. */
@NullUnmarked
package dev.reflux.schema.booking.jpa;

import org.jspecify.annotations.NullUnmarked;
