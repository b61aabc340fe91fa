/**
 * Reads what a PostgreSQL database looks like: its system catalogs become a {@link dev.reflux.catalog.Catalog}.
 */
@NullMarked
package dev.reflux.r2dbc.catalog;

import org.jspecify.annotations.NullMarked;
