/** The booking service's tables as jOOQ tables, written in the style of jOOQ's generator. */
@NullMarked
package dev.reflux.schema.booking.jooq;

import org.jspecify.annotations.NullMarked;
