package dev.reflux.plan;

import dev.reflux.revision.Resolver;
import dev.reflux.revision.Resolver.Floor;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans runs over one graph and one state of a database. Immutable and pure: the same input gives the same plan.
 *
 * <p>With {@code closure(S)} for S and all that it requires: an upgrade to T runs what {@code closure(T)} has and the
 * database lacks. A downgrade to T drops the children of T and everything that builds on them; what those depended on
 * stays.
 */
public final class Planner {

    private final RevisionGraph graph;
    private final NavigableSet<RevisionId> applied;
    private final Resolver resolver;

    /**
     * @param graph all revisions
     * @param applied the revisions that the database has
     */
    public Planner(RevisionGraph graph, Collection<RevisionId> applied) {
        this.graph = graph;
        this.applied = new TreeSet<>(applied);
        this.resolver = new Resolver(graph, applied);
    }

    /** What to do about a revision that is not applied although applied revisions build on it. */
    public enum Gaps {
        /** Refuse, by name. */
        REFUSE,
        /** Run it. */
        RUN
    }

    /**
     * The way up to these targets.
     *
     * @throws TargetException if one cannot be resolved
     * @throws UnknownAppliedException if the database has revisions that the graph lacks
     * @throws GapException if a revision was inserted below an applied one, and gaps are refused
     */
    public Plan upgrade(List<Target> targets, Gaps gaps) {
        return upgradeTo(goals(targets), gaps);
    }

    /**
     * The revisions that these targets of an upgrade mean. Relative ones count from what is applied now, so a run resolves
     * them once, and keeps the result when it has to plan again.
     *
     * @throws TargetException if one cannot be resolved
     * @throws UnknownAppliedException if the database has revisions that the graph lacks
     */
    public NavigableSet<RevisionId> goals(List<Target> targets) {
        refuseUnknown();
        NavigableSet<RevisionId> goals = new TreeSet<>();
        targets.forEach(target -> goals.addAll(resolver.upgrade(target)));
        return goals;
    }

    /**
     * The way up to these revisions.
     *
     * @throws UnknownAppliedException if the database has revisions that the graph lacks
     * @throws GapException if a revision was inserted below an applied one, and gaps are refused
     */
    public Plan upgradeTo(Collection<RevisionId> goals, Gaps gaps) {
        refuseUnknown();
        NavigableSet<RevisionId> needed = graph.closure(goals);
        needed.removeAll(applied);
        if (gaps == Gaps.REFUSE) {
            refuseGaps(needed);
        }
        return Plan.of(Direction.UPGRADE, graph.ordered(needed));
    }

    /**
     * The way down to a target.
     *
     * @throws TargetException if it cannot be resolved, or is not applied
     * @throws UnknownAppliedException if the database has revisions that the graph lacks
     */
    public Plan downgrade(Target target) {
        return downgradeTo(target, floor(target));
    }

    /**
     * How far down this target means. A relative one counts from what is applied now, so a run resolves it once, and keeps
     * the result when it has to plan again.
     *
     * @throws TargetException if it cannot be resolved
     * @throws UnknownAppliedException if the database has revisions that the graph lacks
     */
    public Floor floor(Target target) {
        refuseUnknown();
        return resolver.downgrade(target);
    }

    /**
     * The way down to a floor.
     *
     * @param target what was asked, for messages
     * @throws TargetException if the floor is not applied
     * @throws UnknownAppliedException if the database has revisions that the graph lacks
     */
    public Plan downgradeTo(Target target, Floor floor) {
        refuseUnknown();
        NavigableSet<RevisionId> dropped = graph.dependentClosure(roots(floor));
        dropped.retainAll(applied);
        floor.revision()
                .filter(id -> dropped.isEmpty() && !applied.contains(id))
                .ifPresent(id -> {
                    throw resolver.notApplied(target, id);
                });
        List<RevisionNode> order = new ArrayList<>(graph.ordered(dropped));
        Collections.reverse(order);
        return Plan.of(Direction.DOWNGRADE, order);
    }

    private Set<RevisionId> roots(Floor floor) {
        NavigableSet<RevisionId> roots =
                new TreeSet<>(floor.revision().map(graph::childrenOf).orElseGet(graph::bases));
        if (roots.size() > 1) {
            floor.branch().map(graph::lineage).ifPresent(roots::retainAll);
        }
        return roots;
    }

    /**
     * How the state table changes so that the database counts as being at these targets.
     *
     * <p>For each target the applied revisions that build on it are removed, unless another target needs them, and all that
     * it requires is added. {@code base} removes everything; {@code branch@base} removes the branch with all that builds on
     * it, and below it what nothing else needs.
     *
     * @throws TargetException if a target cannot be resolved
     * @throws UnknownAppliedException if the database has revisions that the graph lacks
     */
    public StampPlan stamp(List<Target> targets) {
        refuseUnknown();
        NavigableSet<RevisionId> goals = new TreeSet<>();
        NavigableSet<RevisionId> removed = new TreeSet<>();
        for (Target target : targets) {
            NavigableSet<RevisionId> goal = resolver.stamp(target);
            goals.addAll(goal);
            removed.addAll(goal.isEmpty() ? emptied(target) : graph.dependentClosure(goal));
        }
        NavigableSet<RevisionId> wanted = graph.closure(goals);
        removed.removeAll(wanted);
        removed.retainAll(applied);
        wanted.removeAll(applied);
        return new StampPlan(List.copyOf(removed), graph.ordered(wanted));
    }

    /** The same for a state table that is emptied first, whatever is in it. */
    public StampPlan purgeAndStamp(List<Target> targets) {
        return new StampPlan(
                List.copyOf(applied),
                new Planner(graph, List.of()).stamp(targets).add());
    }

    private Set<RevisionId> emptied(Target base) {
        Optional<RevisionId> branch = resolver.branch(base);
        if (branch.isEmpty()) {
            return applied;
        }
        NavigableSet<RevisionId> removed = graph.dependentClosure(List.of(branch.get()));
        NavigableSet<RevisionId> below = graph.ancestors(branch.get());
        NavigableSet<RevisionId> others = new TreeSet<>(applied);
        others.removeAll(removed);
        others.removeAll(below);
        below.removeAll(graph.closure(others));
        removed.addAll(below);
        return removed;
    }

    private void refuseUnknown() {
        NavigableSet<RevisionId> unknown = new TreeSet<>(applied);
        unknown.removeAll(graph.ids());
        if (!unknown.isEmpty()) {
            throw new UnknownAppliedException(unknown, resolver.appliedHeads());
        }
    }

    private void refuseGaps(NavigableSet<RevisionId> needed) {
        NavigableSet<RevisionId> gaps = graph.closure(applied);
        gaps.retainAll(needed);
        if (!gaps.isEmpty()) {
            throw new GapException(graph, gaps, resolver.appliedHeads());
        }
    }
}
