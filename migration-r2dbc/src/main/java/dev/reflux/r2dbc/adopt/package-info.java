/** The histories that other tools keep in a database, and which revisions they stand for. Reads them, and leaves them alone. */
@NullMarked
package dev.reflux.r2dbc.adopt;

import org.jspecify.annotations.NullMarked;
