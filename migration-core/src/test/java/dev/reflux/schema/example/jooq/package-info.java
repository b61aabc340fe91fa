/** Hand-written jOOQ tables of every shape. */
@NullMarked
package dev.reflux.schema.example.jooq;

import org.jspecify.annotations.NullMarked;
