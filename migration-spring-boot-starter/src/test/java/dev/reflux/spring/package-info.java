@NullMarked
package dev.reflux.spring;

import org.jspecify.annotations.NullMarked;
