/** Tests against a real PostgreSQL. */
@NullMarked
package dev.reflux.r2dbc;

import org.jspecify.annotations.NullMarked;
