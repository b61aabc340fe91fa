/** Tests of reading a database's catalog, against real servers. */
@NullMarked
package dev.reflux.r2dbc.catalog;

import org.jspecify.annotations.NullMarked;
