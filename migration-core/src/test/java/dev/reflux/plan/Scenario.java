package dev.reflux.plan;

import static dev.reflux.revision.Graphs.text;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Target;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A graph, and what a database has of it.
 *
 * @param graph all revisions
 * @param applied the revisions of the database
 */
record Scenario(RevisionGraph graph, NavigableSet<RevisionId> applied) {

    /** A database with these heads, and all that they require. */
    static Scenario at(RevisionGraph graph, Collection<RevisionId> heads) {
        return new Scenario(graph, graph.closure(heads));
    }

    /**
     * What a command comes to: {@code +c +d -> {d}}, the revisions applied and removed and the heads afterwards, or the name of
     * the error.
     *
     * @param command for instance {@code upgrade heads}
     */
    String outcome(String command) {
        try {
            Effect effect = run(command);
            String steps = effect.steps().isEmpty() ? "nothing" : String.join(" ", effect.steps());
            return steps + " -> " + text(graph.maximal(effect.applied()));
        } catch (MigrationException e) {
            return e.getClass().getSimpleName();
        }
    }

    /** Runs a command: {@code upgrade}, {@code downgrade}, {@code stamp} or {@code purge}, and its targets. */
    Effect run(String command) {
        List<String> words = Arrays.asList(command.strip().split(" +"));
        return run(words.get(0), words.stream().skip(1).map(Target::parse).toArray(Target[]::new));
    }

    /** Runs a command with these targets. */
    Effect run(String command, Target... given) {
        List<Target> targets = List.of(given);
        Planner planner = new Planner(graph, applied);
        return switch (command) {
            case "upgrade" ->
                effect(List.of(), planner.upgrade(targets, Planner.Gaps.REFUSE).ids());
            case "downgrade" -> effect(planner.downgrade(targets.get(0)).ids(), List.of());
            case "stamp" -> effect(planner.stamp(targets));
            case "purge" -> effect(planner.purgeAndStamp(targets));
            default -> throw new IllegalArgumentException(command);
        };
    }

    private Effect effect(StampPlan plan) {
        return effect(plan.remove(), plan.add().stream().map(RevisionNode::id).toList());
    }

    private Effect effect(List<RevisionId> removed, List<RevisionId> added) {
        NavigableSet<RevisionId> after = new TreeSet<>(applied);
        removed.forEach(after::remove);
        after.addAll(added);
        Stream<String> minus = removed.stream().map(id -> "-" + id);
        Stream<String> plus = added.stream().map(id -> "+" + id);
        return new Effect(Stream.concat(minus, plus).collect(Collectors.toList()), after);
    }

    /**
     * What a command did.
     *
     * @param steps {@code +c} for applied, {@code -c} for removed, in order
     * @param applied the revisions afterwards
     */
    record Effect(List<String> steps, NavigableSet<RevisionId> applied) {}
}
