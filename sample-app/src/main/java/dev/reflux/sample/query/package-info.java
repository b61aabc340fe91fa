/** How the service talks to its database: jOOQ writes the SQL, Spring's client runs it over R2DBC. */
@NullMarked
package dev.reflux.sample.query;

import org.jspecify.annotations.NullMarked;
