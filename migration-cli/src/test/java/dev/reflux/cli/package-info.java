@NullMarked
package dev.reflux.cli;

import org.jspecify.annotations.NullMarked;
