@NullMarked
package dev.reflux.sample.demo;

import org.jspecify.annotations.NullMarked;
