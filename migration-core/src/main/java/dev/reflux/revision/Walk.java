package dev.reflux.revision;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A walk of N steps along parents or children. The base counts as one step below a revision without parents. */
final class Walk {

    private final RevisionGraph graph;
    private final Target target;
    private final Overrun overrun;

    Walk(RevisionGraph graph, Target target, Overrun overrun) {
        this.graph = graph;
        this.target = target;
        this.overrun = overrun;
    }

    /** What to do at an end of the graph when there are steps left. */
    enum Overrun {
        /** Say so. */
        REFUSE,
        /** Stay there. */
        STOP
    }

    /** The revision that many steps above; a branch in the target chooses among several children. */
    Optional<RevisionId> up(Optional<RevisionId> start, int steps) {
        Optional<Set<RevisionId>> lineage =
                target.branch().map(name -> graph.lineage(new Names(graph, target.text()).find(name)));
        Optional<RevisionId> at = start;
        for (int left = steps; left > 0; left--) {
            NavigableSet<RevisionId> above =
                    new TreeSet<>(at.map(graph::childrenOf).orElseGet(graph::bases));
            lineage.ifPresent(above::retainAll);
            if (above.isEmpty()) {
                return end(at, steps - left, "nothing builds on ");
            }
            at = Optional.of(oneOf(above, "up from " + title(at), Target.signed(left - 1)));
        }
        return at;
    }

    /** The revision that many steps below; empty for the base. */
    Optional<RevisionId> down(Optional<RevisionId> start, int steps) {
        Optional<RevisionId> at = start;
        for (int left = steps; left > 0; left--) {
            if (at.isEmpty()) {
                return end(at, steps - left, "nothing is below ");
            }
            Collection<RevisionId> parents = new TreeSet<>(graph.node(at.get()).revises());
            String way = "down from " + title(at);
            at = parents.isEmpty() ? Optional.empty() : Optional.of(oneOf(parents, way, Target.signed(1 - left)));
        }
        return at;
    }

    private Optional<RevisionId> end(Optional<RevisionId> at, int made, String beyond) {
        if (overrun == Overrun.STOP) {
            return at;
        }
        String place = made == 0
                ? beyond + title(at)
                : "after " + Sentences.count(made, "step") + " it is at " + title(at) + ", and " + beyond + "that";
        String end = at.map(RevisionId::value).orElse(target.branchPrefix() + "base");
        throw new TargetException.WalkedTooFar(target, place, end);
    }

    private RevisionId oneOf(Collection<RevisionId> ways, String way, String rest) {
        if (ways.size() > 1) {
            throw new TargetException.AmbiguousWalk(
                    target,
                    ways.size() + " ways " + way + ", " + graph.titles(ways),
                    ways.stream().map(id -> id + rest).toList());
        }
        return ways.iterator().next();
    }

    private String title(Optional<RevisionId> at) {
        return at.map(id -> graph.node(id).title()).orElse("base");
    }
}
