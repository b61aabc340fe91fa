@NullMarked
package dev.reflux.source.example;

import org.jspecify.annotations.NullMarked;
