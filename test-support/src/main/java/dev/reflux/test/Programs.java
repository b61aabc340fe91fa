package dev.reflux.test;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system. */
final class Programs {

    /** Where Debian puts daemons, which is not on the path of ordinary users. */
    private static final String DAEMONS = File.pathSeparator + "/usr/sbin";

    private Programs() {}

    /** The executable of that name, if it is installed. */
    static Optional<Path> find(String name) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "") + DAEMONS;
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
