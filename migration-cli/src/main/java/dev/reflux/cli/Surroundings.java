package dev.reflux.cli;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of the command may know and touch of the world.
 *
 * @param out takes results
 * @param err takes progress, warnings and errors
 * @param keyboard what a person types; empty where nobody can be asked
 * @param environment the variables
 * @param workingDirectory the empty path for the process's own; then messages show relative paths
 * @param cacheDirectory for what may be lost, such as compiled classes
 * @param clock for the dates of new revisions
 * @param interrupts says when to stop
 */
record Surroundings(
        Output out,
        Output err,
        Optional<BufferedReader> keyboard,
        Map<String, String> environment,
        Path workingDirectory,
        Path cacheDirectory,
        Clock clock,
        Interrupts interrupts) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** The file of this name, seen from the working directory. */
    Path resolve(String name) {
        return workingDirectory.resolve(name);
    }

    /** How messages show a path: from the working directory if that is shorter. */
    Path shown(Path path) {
        if (workingDirectory.isAbsolute() || !path.isAbsolute()) {
            return path;
        }
        Path relative = workingDirectory.toAbsolutePath().relativize(path);
        return relative.toString().length() < path.toString().length() ? relative : path;
    }
}
