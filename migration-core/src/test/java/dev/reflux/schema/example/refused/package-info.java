/** An entity that Hibernate refuses. */
@NullUnmarked
package dev.reflux.schema.example.refused;

import org.jspecify.annotations.NullUnmarked;
