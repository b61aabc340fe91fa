package dev.reflux.cli;

import java.io.PrintStream;

/**
 * A stream of the process, and who reads it.
 *
 * @param stream takes the text
 * @param reader a person or a program
 */
record Output(PrintStream stream, Reader reader) {

    /** Who reads what is printed. */
    enum Reader {
        /** A terminal. */
        PERSON,
        /** A file, a pipe. */
        PROGRAM
    }
}
