package dev.reflux.source;

import java.nio.file.Path;

/**
 * A {@code .java} file with its text.
 *
 * @param file where it is
 * @param text its content; nobody but the compiler looks into it
 */
record JavaSource(Path file, String text) {}
