package dev.reflux.cli;

import dev.reflux.catalog.ObjectId;
import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.RenameCandidates.Candidate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks a person what is a rename, once for each candidate. Without a person it says how to answer. */
final class RenameQuestions {

    private static final int MOST_HINTS = 8;

    private final Terminal terminal;
    private final Optional<BufferedReader> keyboard;
    private final Set<String> asked = new HashSet<>();

    RenameQuestions(Terminal terminal, Optional<BufferedReader> keyboard) {
        this.terminal = terminal;
        this.keyboard = keyboard;
    }

    /** The values for {@code --rename} of those that are one. */
    List<String> answers(RenameCandidates candidates) {
        return keyboard.map(answers -> ask(candidates.list(), answers)).orElse(List.of());
    }

    private List<String> ask(List<Candidate> candidates, BufferedReader answers) {
        List<String> renames = new ArrayList<>();
        Set<ObjectId> settled = new HashSet<>();
        for (Candidate candidate : candidates) {
            boolean open = !settled.contains(candidate.from()) && !settled.contains(candidate.to());
            if (open && asked.add(candidate.option()) && isYes(candidate, answers)) {
                settled.add(candidate.from());
                settled.add(candidate.to());
                renames.add(candidate.option());
            }
        }
        return renames;
    }

    private boolean isYes(Candidate candidate, BufferedReader answers) {
        terminal.ask(Line.of(Kind.WARNING, "Was " + candidate.from() + " renamed to ")
                .add(Style.STRONG, candidate.to().quotedName())
                .add("? [y/N]"));
        try {
            String answer = Optional.ofNullable(answers.readLine()).orElse("");
            return List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read", e);
        }
    }

    /** How to say that something is a rename, for whoever was not asked. */
    List<Line> hints(RenameCandidates candidates) {
        return candidates.list().stream()
                .filter(candidate -> !asked.contains(candidate.option()))
                .limit(MOST_HINTS)
                .map(candidate -> Line.of(Kind.WARNING)
                        .add(Style.CAUTION, "hint:")
                        .add(" If " + candidate.from() + " was renamed to "
                                + candidate.to().quotedName() + ": --rename " + candidate.option()))
                .toList();
    }
}
