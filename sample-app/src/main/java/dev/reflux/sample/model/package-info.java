/**
 * The tables of the booking service, as jOOQ sees them: the application writes its queries with them, and {@code reflux check
 * --schema jooq:dev.reflux.sample.model.Models} compares them with the database.
 */
@NullMarked
package dev.reflux.sample.model;

import org.jspecify.annotations.NullMarked;
