/** Where the desired schema comes from: SQL files, jOOQ tables, annotated entities, or the user's own source. */
@NullMarked
package dev.reflux.schema;

import org.jspecify.annotations.NullMarked;
