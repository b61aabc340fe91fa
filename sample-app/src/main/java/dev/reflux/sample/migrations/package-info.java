/**
 * The revisions of the booking service, in Java and in SQL. The application loads this package; the command line reads the
 * same files with {@code --dir}.
 */
@NullMarked
package dev.reflux.sample.migrations;

import org.jspecify.annotations.NullMarked;
