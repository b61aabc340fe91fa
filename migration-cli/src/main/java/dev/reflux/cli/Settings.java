package dev.reflux.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was said about the project besides what was typed, which counts more: in the environment, in {@code .env}, in
 * {@code reflux.properties}; the first one counts. A setting is called like its option; a variable is called the same with
 * {@code REFLUX_} before it: {@code lock-timeout}, {@code REFLUX_LOCK_TIMEOUT}.
 *
 * @param environment the variables
 * @param environmentFile what {@code .env} says
 * @param file the project's file
 * @param workingDirectory to which paths in variables are relative
 * @param fileDirectory to which paths in the project's file are relative
 */
record Settings(
        Map<String, String> environment,
        Map<String, String> environmentFile,
        ProjectFile file,
        Path workingDirectory,
        Path fileDirectory) {

    /**
     * A value, and where it is written.
     *
     * @param text the value, not blank
     * @param origin the place, for messages
     * @param directory to which paths in it are relative
     */
    record Setting(String text, String origin, Path directory) {

        /** The items of a list, with commas between them. */
        List<String> items() {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }
    }

    /** The value of a setting; empty if it is not there, or blank. */
    Optional<Setting> find(String name) {
        String variable = variable(name);
        return Stream.of(
                        setting(
                                Optional.ofNullable(environment.get(variable)),
                                variable + " in the environment",
                                workingDirectory),
                        setting(
                                Optional.ofNullable(environmentFile.get(variable)),
                                variable + " in \".env\"",
                                workingDirectory),
                        setting(file.text(name), "\"" + name + "\" in \"" + file.name() + "\"", fileDirectory))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The items of a setting that is a list. */
    List<String> list(String name) {
        return find(name).map(Setting::items).orElse(List.of());
    }

    private static Optional<Setting> setting(Optional<String> text, String origin, Path directory) {
        return text.map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> new Setting(value, origin, directory));
    }

    /** The name of the variable for a setting. */
    static String variable(String name) {
        return "REFLUX_" + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }
}
