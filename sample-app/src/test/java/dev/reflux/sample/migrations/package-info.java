@NullMarked
package dev.reflux.sample.migrations;

import org.jspecify.annotations.NullMarked;
