/** Runs migrations over R2DBC: {@link dev.reflux.r2dbc.Migrator} and what it needs. Nothing in here blocks. */
@NullMarked
package dev.reflux.r2dbc;

import org.jspecify.annotations.NullMarked;
