@NullMarked
package dev.reflux.test;

import org.jspecify.annotations.NullMarked;
