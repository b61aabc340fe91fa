@NullMarked
package dev.reflux.source.example.deep;

import org.jspecify.annotations.NullMarked;
