/** The revision graph, targets, and their resolution: immutable values and pure functions. */
@NullMarked
package dev.reflux.revision;

import org.jspecify.annotations.NullMarked;
