@NullMarked
package dev.reflux.source;

import org.jspecify.annotations.NullMarked;
