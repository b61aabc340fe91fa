/**
 * Connection strings: {@link dev.reflux.r2dbc.url.ConnectionUrl} takes the forms that people have and says what the driver
 * needs; {@link dev.reflux.r2dbc.url.ConnectionUrlLookup} finds the one that applies. Values and pure functions: nothing in
 * here connects, and nothing reads the environment. A password never reaches a message or a {@code toString}.
 */
@NullMarked
package dev.reflux.r2dbc.url;

import org.jspecify.annotations.NullMarked;
