package dev.reflux.revision;

import dev.reflux.revision.Walk.Overrun;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the revisions that a {@link Target} means: in the graph, and for relative targets from what a database has.
 *
 * <p>A branch, the part before {@code @}, is the lineage of the revision that it names: its ancestors and descendants by
 * parents. Walks go along parents and children, never along dependencies. Ambiguity is an error.
 */
public final class Resolver {

    private final RevisionGraph graph;
    private final NavigableSet<RevisionId> appliedHeads;

    /**
     * @param graph all revisions
     * @param applied the revisions that the database has; those that the graph does not know are passed over
     */
    public Resolver(RevisionGraph graph, Collection<RevisionId> applied) {
        this.graph = graph;
        this.appliedHeads = graph.maximal(RevisionGraph.intersection(applied, graph.ids()));
    }

    /**
     * The revision named by an id, a label, or the beginning of one.
     *
     * @throws TargetException if there is none, or more than one
     */
    public RevisionNode revision(String name) {
        return graph.node(new Names(graph, name).find(name));
    }

    /** The applied revisions that no other applied revision requires. */
    public NavigableSet<RevisionId> appliedHeads() {
        return new TreeSet<>(appliedHeads);
    }

    /** The revision that stands for the branch of a target, if it has one. */
    public Optional<RevisionId> branch(Target target) {
        return target.branch().map(name -> new Names(graph, target.text()).find(name));
    }

    /**
     * The revisions to be at: several for {@code heads}, none for {@code base}.
     *
     * @throws TargetException if the target cannot be resolved, or is a number alone
     */
    public NavigableSet<RevisionId> revisions(Target target) {
        return revisions(target, Overrun.REFUSE);
    }

    NavigableSet<RevisionId> revisions(Target target, Overrun overrun) {
        if (target.offset().isEmpty()) {
            return symbol(target);
        }
        if (target.isNumber()) {
            throw new TargetException.NotHere(target, "say from where, as in \"" + anchored(target) + "\".");
        }
        NavigableSet<RevisionId> starts = symbol(target);
        return setOf(walk(target, one(target, starts, target.countedFrom(starts)), overrun));
    }

    private static String anchored(Target target) {
        return target.branchPrefix() + (target.offset().orElseThrow() > 0 ? "base" : "head") + target.offsetText();
    }

    /**
     * Where an upgrade goes.
     *
     * @throws TargetException if the target cannot be resolved or goes down
     */
    public NavigableSet<RevisionId> upgrade(Target target) {
        if (target.is("current")) {
            throw new TargetException.NotHere(target, "it is what the database has already. Use \"heads\".");
        }
        if (!target.countsFromApplied()) {
            return revisions(target);
        }
        if (target.offset().orElseThrow() < 0) {
            throw new TargetException.NotHere(
                    target, "an upgrade goes up. To go down: reflux downgrade " + target.text());
        }
        NavigableSet<RevisionId> starts = startsOfUpgrade(target);
        return setOf(walk(target, one(target, starts, target.countedFrom(starts)), Overrun.REFUSE));
    }

    /**
     * Where {@code branch@+N} counts from: the branch's own applied head, or else the last revision on the way to the branch
     * that is applied, or else the base.
     */
    private NavigableSet<RevisionId> startsOfUpgrade(Target target) {
        NavigableSet<RevisionId> heads = onBranch(appliedHeads, target);
        return heads.isEmpty() ? graph.maximal(onBranch(graph.closure(appliedHeads), target)) : heads;
    }

    /**
     * Where a downgrade goes.
     *
     * @throws TargetException if the target cannot be resolved or goes up
     */
    public Floor downgrade(Target target) {
        if (target.is("heads") || target.is("current")) {
            throw new TargetException.NotHere(target, "name one revision to go down to, or \"base\".");
        }
        if (target.is("head")) {
            return new Floor(first(head(target, "Name the revision to go down to, or \"base\".")), branch(target));
        }
        if (!target.countsFromApplied()) {
            return new Floor(first(revisions(target)), branch(target));
        }
        if (target.offset().orElseThrow() > 0) {
            throw new TargetException.NotHere(
                    target, "a downgrade goes down. To go up: reflux upgrade " + target.text());
        }
        NavigableSet<RevisionId> starts = startsOfDowngrade(target);
        Optional<RevisionId> start = one(target, starts, target.onBranchOf(starts));
        return new Floor(walk(target, start, Overrun.REFUSE), start);
    }

    /**
     * How far a downgrade goes.
     *
     * @param revision the revision to be at; empty for the base
     * @param branch the revision whose lineage alone is taken down; empty for all
     */
    public record Floor(Optional<RevisionId> revision, Optional<RevisionId> branch) {}

    /** The branch's own applied head; or its topmost applied revision, where revisions of other branches depend on that. */
    private NavigableSet<RevisionId> startsOfDowngrade(Target target) {
        NavigableSet<RevisionId> heads = onBranch(appliedHeads, target);
        if (heads.isEmpty()) {
            heads = onBranch(graph.childless(graph.closure(appliedHeads)), target);
        }
        if (heads.isEmpty()) {
            throw TargetException.NotApplied.branch(target, place());
        }
        return heads;
    }

    /**
     * Where a stamp goes; empty for the base.
     *
     * @throws TargetException if the target cannot be resolved or is relative
     */
    public NavigableSet<RevisionId> stamp(Target target) {
        if (target.offset().isPresent() || target.is("current")) {
            throw new TargetException.NotHere(target, "a stamp says what the database has; name the revision.");
        }
        return symbol(target);
    }

    /** The error for a downgrade to a revision that is not applied. */
    public TargetException notApplied(Target target, RevisionId revision) {
        return TargetException.NotApplied.revision(target, graph.node(revision), place());
    }

    private String place() {
        return "The database is at " + (appliedHeads.isEmpty() ? "base" : graph.titles(appliedHeads)) + ".";
    }

    /** What the symbol of a target means, whatever number follows it. */
    private NavigableSet<RevisionId> symbol(Target target) {
        return switch (target.symbol().orElseThrow()) {
            case "base" -> {
                branch(target);
                yield new TreeSet<>();
            }
            case "current" -> onBranch(appliedHeads, target);
            case "heads" -> target.branch().isEmpty() ? graph.realHeads() : onBranch(graph.heads(), target);
            case "head" ->
                head(target, TargetException.MultipleHeads.allOrOne(target, onBranch(graph.heads(), target)));
            default -> setOf(Optional.of(named(target)));
        };
    }

    private NavigableSet<RevisionId> head(Target target, String advice) {
        NavigableSet<RevisionId> heads = onBranch(graph.heads(), target);
        if (heads.size() > 1) {
            throw new TargetException.MultipleHeads(target, graph, heads, advice);
        }
        return heads;
    }

    private RevisionId named(Target target) {
        Names names = new Names(graph, target.text());
        String name = target.symbol().orElseThrow();
        Optional<RevisionId> branch = branch(target);
        RevisionId found = branch.map(id -> names.find(name, id)).orElseGet(() -> names.find(name));
        if (branch.isPresent() && !graph.lineage(branch.get()).contains(found)) {
            throw new TargetException.NotOnBranch(
                    target, graph.node(found), target.branch().get());
        }
        return found;
    }

    /** Those of these revisions that are on the branch of the target; all where it has none. */
    NavigableSet<RevisionId> onBranch(Collection<RevisionId> revisions, Target target) {
        Set<RevisionId> lineage =
                branch(target).<Set<RevisionId>>map(graph::lineage).orElse(graph.ids());
        return RevisionGraph.intersection(revisions, lineage);
    }

    /** The one revision to count from; the base where there is none. */
    Optional<RevisionId> one(Target target, NavigableSet<RevisionId> starts, List<String> instead) {
        if (starts.size() > 1) {
            throw new TargetException.AmbiguousStart(target, graph, starts, instead);
        }
        return first(starts);
    }

    Optional<RevisionId> walk(Target target, Optional<RevisionId> start, Overrun overrun) {
        int steps = target.offset().orElseThrow();
        Walk walk = new Walk(graph, target, overrun);
        return steps > 0 ? walk.up(start, steps) : walk.down(start, -steps);
    }

    private static Optional<RevisionId> first(NavigableSet<RevisionId> revisions) {
        return revisions.stream().findFirst();
    }

    static NavigableSet<RevisionId> setOf(Optional<RevisionId> revision) {
        return revision.map(List::of).map(TreeSet::new).orElseGet(TreeSet::new);
    }
}
