/** Entities of every shape. */
@NullUnmarked
@FilterDef(name = "recent")
package dev.reflux.schema.example.jpa;

import org.hibernate.annotations.FilterDef;
import org.jspecify.annotations.NullUnmarked;
