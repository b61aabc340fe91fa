package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.revision.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Where a script begins and where it leads: {@code FROM:TO}, as typed, or the targets alone.
 *
 * @param from empty if it was not said
 * @param targets where it leads
 */
record Journey(Optional<Target> from, List<Target> targets) {

    Journey {
        targets = List.copyOf(targets);
    }

    /**
     * Reads it. With several targets each may say where it begins, but all say the same.
     *
     * @throws ParameterException if it has not that form
     */
    static Journey parse(List<String> texts, CommandLine line) {
        Set<String> starts = new LinkedHashSet<>();
        List<Target> targets = new ArrayList<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            if (colon >= 0) {
                starts.add(text.substring(0, colon).strip());
            }
            targets.add(Target.parse(text.substring(colon + 1)));
        }
        if (starts.size() > 1) {
            throw new ParameterException(
                    line,
                    "A script begins at one place, and here are " + starts.size() + ": "
                            + String.join(
                                    ", ",
                                    starts.stream().map(start -> quoted(start)).toList())
                            + ". Say the same FROM before each target, or before the first one alone.");
        }
        return new Journey(
                starts.stream()
                        .filter(start -> !start.isEmpty())
                        .map(Target::parse)
                        .findFirst(),
                targets);
    }

    /**
     * Refuses {@code FROM:TO} where the database is asked.
     *
     * @return the same texts
     * @throws ParameterException if one has a colon in it
     * @throws dev.reflux.revision.TargetException.Malformed if one has not the form of a target
     */
    static String[] targetsOnly(List<String> texts, CommandLine line) {
        for (String text : texts) {
            if (text.matches("[^:@/]*:[^:@/]*")) {
                throw new ParameterException(
                        line,
                        quoted(text)
                                + " is a range, and ranges go with --sql: a script has to be told where the database"
                                + " is. Without it name the target alone"
                                + (text.endsWith(":") ? "." : ": " + quoted(text.substring(text.indexOf(':') + 1))));
            }
        }
        return Targets.checked(texts);
    }
}
