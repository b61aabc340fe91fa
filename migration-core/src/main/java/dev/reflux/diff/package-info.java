/**
 * What turns one catalog into another: the differences, the statements for them, and their order. Pure functions.
 */
@NullMarked
package dev.reflux.diff;

import org.jspecify.annotations.NullMarked;
