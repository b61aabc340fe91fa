package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.revision.Resolver;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Target;
import dev.reflux.revision.TargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A part of the history, as typed: {@code START:END}, with one of them or both. {@code -N} counts down from the end,
 * {@code +N} up from the start.
 *
 * @param text as typed
 * @param start where to begin; empty for the base
 * @param end where to stop; empty for all heads
 */
record HistoryRange(String text, String start, String end) {

    /** Everything. */
    static final HistoryRange ALL = new HistoryRange(":", "", "");

    private static final Pattern BELOW = Pattern.compile("-\\d+");
    private static final Pattern ABOVE = Pattern.compile("\\+\\d+");

    /** Reads a range. */
    static final class Converter implements ITypeConverter<HistoryRange> {
        @Override
        public HistoryRange convert(String text) {
            String[] parts = text.strip().split(":", -1);
            if (parts.length != 2) {
                throw new TypeConversionException(
                        quoted(text) + " is no range. Write START:END, START: or :END, for instance -3:current.");
            }
            return new HistoryRange(text, parts[0], parts[1]);
        }
    }

    /** Whether it can be told only with a look at the database. */
    boolean mentionsCurrent() {
        return start.contains("current") || end.contains("current");
    }

    /**
     * The revisions in it, newest first.
     *
     * @param applied what the database has; empty if the range does not mention it
     * @throws MigrationException if an end cannot be resolved, or the ends do not lie on one branch
     */
    List<RevisionNode> of(RevisionGraph graph, Collection<RevisionId> applied) {
        Resolver resolver = new Resolver(graph, applied);
        NavigableSet<RevisionId> found = graph.closure(upper(resolver, graph));
        NavigableSet<RevisionId> lower = lower(resolver);
        if (!lower.isEmpty()) {
            found.retainAll(graph.dependentClosure(lower));
            if (found.isEmpty()) {
                throw new MigrationException("The range " + quoted(text) + " is empty: " + quoted(end)
                        + " does not build on " + quoted(start) + ". Turn it round, or name revisions of one branch.");
            }
        }
        List<RevisionNode> newestFirst = new ArrayList<>(graph.ordered(found));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private NavigableSet<RevisionId> upper(Resolver resolver, RevisionGraph graph) {
        if (end.isEmpty()) {
            return graph.heads();
        }
        boolean counted = ABOVE.matcher(end).matches();
        return resolver.revisions(Target.parse(counted ? (start.isEmpty() ? "base" : start) + end : end));
    }

    private NavigableSet<RevisionId> lower(Resolver resolver) {
        if (start.isEmpty()) {
            return new TreeSet<>();
        }
        if (!BELOW.matcher(start).matches()) {
            return resolver.revisions(Target.parse(start));
        }
        try {
            return resolver.revisions(Target.parse((end.isEmpty() ? "head" : end) + start));
        } catch (TargetException.WalkedTooFar fewer) {
            return new TreeSet<>();
        }
    }
}
