package dev.reflux.revision;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.revision.Walk.Overrun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The history of a graph, newest revision first: the reverse of the order in which revisions are applied.
 *
 * <p>A range shows what lies between its start and its end, both included: the descendants of the start, by parents, that the
 * end requires. Without a start it shows all that the end requires. A number that leads beyond the graph stops at its end.
 */
public final class History {

    private final RevisionGraph graph;
    private final Resolver resolver;

    /**
     * @param graph all revisions
     * @param applied the revisions that the database has, for {@code current}
     */
    public History(RevisionGraph graph, Collection<RevisionId> applied) {
        this.graph = graph;
        this.resolver = new Resolver(graph, applied);
    }

    /** All revisions. */
    public List<RevisionNode> newestFirst() {
        return reversed(graph.ids());
    }

    /**
     * The revisions of a range.
     *
     * @throws TargetException if an end cannot be resolved, or the end does not build on the start
     */
    public List<RevisionNode> newestFirst(Range range) {
        Optional<Target> countingDown = range.start().filter(Target::isNumber);
        if (countingDown.isPresent()) {
            return reversed(below(ends(range), countingDown.get()));
        }
        NavigableSet<RevisionId> starts = starts(range);
        NavigableSet<RevisionId> ends = ends(range);
        refuseUnrelated(range, starts, ends);
        return reversed(between(starts, ends));
    }

    private NavigableSet<RevisionId> below(NavigableSet<RevisionId> ends, Target start) {
        NavigableSet<RevisionId> shown = new TreeSet<>();
        for (RevisionId end : ends) {
            Optional<RevisionId> from = resolver.walk(start, Optional.of(end), Overrun.STOP);
            shown.addAll(between(Resolver.setOf(from), List.of(end)));
        }
        return shown;
    }

    private List<RevisionNode> reversed(Collection<RevisionId> revisions) {
        List<RevisionNode> nodes = new ArrayList<>(graph.ordered(revisions));
        Collections.reverse(nodes);
        return nodes;
    }

    private NavigableSet<RevisionId> between(Collection<RevisionId> starts, Collection<RevisionId> ends) {
        NavigableSet<RevisionId> between = graph.closure(ends);
        if (!starts.isEmpty()) {
            between.retainAll(graph.descendants(starts));
        }
        return between;
    }

    private NavigableSet<RevisionId> starts(Range range) {
        NavigableSet<RevisionId> starts = range.start()
                .map(start -> resolver.revisions(start, Overrun.STOP))
                .orElseGet(TreeSet::new);
        return narrowed(range, starts, range.end());
    }

    private NavigableSet<RevisionId> ends(Range range) {
        NavigableSet<RevisionId> ends = range.end().map(end -> end(range, end)).orElseGet(graph::heads);
        return narrowed(range, ends, range.start());
    }

    private NavigableSet<RevisionId> end(Range range, Target end) {
        if (end.isNumber()) {
            NavigableSet<RevisionId> starts = starts(range);
            Optional<RevisionId> start = resolver.one(end, starts, end.onBranchOf(starts));
            return Resolver.setOf(resolver.walk(end, start, Overrun.STOP));
        }
        return end.text().equals("heads") ? graph.heads() : resolver.revisions(end, Overrun.STOP);
    }

    /** One end of the range, reduced to the branch that the other end names. */
    private NavigableSet<RevisionId> narrowed(Range range, NavigableSet<RevisionId> revisions, Optional<Target> by) {
        NavigableSet<RevisionId> onBranch =
                by.map(other -> resolver.onBranch(revisions, other)).orElse(revisions);
        if (onBranch.isEmpty() && !revisions.isEmpty()) {
            String branch = by.flatMap(Target::branch).orElse("");
            throw new TargetException.Unrelated(
                    range,
                    "branch " + quoted(branch) + " does not have " + graph.titles(revisions),
                    ":" + endText(range));
        }
        return onBranch;
    }

    private void refuseUnrelated(Range range, Collection<RevisionId> starts, Collection<RevisionId> ends) {
        for (RevisionId start : starts) {
            if (Collections.disjoint(graph.descendants(List.of(start)), ends)) {
                boolean swapped = ends.isEmpty() || !Collections.disjoint(graph.ancestors(start), ends);
                throw new TargetException.Unrelated(
                        range,
                        "no path leads up from " + graph.node(start).title() + " to "
                                + (ends.isEmpty() ? "base" : graph.titles(ends)),
                        swapped ? endText(range) + ":" + range.start().orElseThrow() : ":" + endText(range));
            }
        }
    }

    private static String endText(Range range) {
        return range.end().map(Target::text).orElse("");
    }
}
