/**
 * What a database looks like: objects with an identity, attributes that PostgreSQL itself has normalised, and what they depend
 * on. Values only; migration-r2dbc reads them from a server.
 */
@NullMarked
package dev.reflux.catalog;

import org.jspecify.annotations.NullMarked;
