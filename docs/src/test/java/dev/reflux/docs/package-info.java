/** Compiles and runs what the guide shows. */
@NullMarked
package dev.reflux.docs;

import org.jspecify.annotations.NullMarked;
