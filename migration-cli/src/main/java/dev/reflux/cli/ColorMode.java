package dev.reflux.cli;

import dev.reflux.cli.Output.Reader;
import java.util.Map;

/** When output has colours. */
enum ColorMode {
    /** On a terminal, unless {@code NO_COLOR} is set (https://no-color.org) or the terminal is dumb. */
    auto,
    always,
    never;

    Palette palette(Reader reader, Map<String, String> environment) {
        return switch (this) {
            case always -> Palette.ANSI;
            case never -> Palette.NONE;
            case auto -> reader == Reader.PERSON && welcome(environment) ? Palette.ANSI : Palette.NONE;
        };
    }

    private static boolean welcome(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb(environment);
    }

    /** Whether the terminal understands no sequences at all. */
    static boolean isDumb(Map<String, String> environment) {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }
}
