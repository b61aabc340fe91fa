package dev.reflux.r2dbc;

import dev.reflux.plan.Direction;
import dev.reflux.plan.Plan;
import dev.reflux.plan.Step;
import dev.reflux.r2dbc.AppliedRevision.Progress.Unfinished;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.LoadedRevision;
import dev.reflux.source.TransactionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/**
 * A step on its way to the server.
 *
 * @param step the step
 * @param revision its revision, loaded
 * @param number its place in the run, from 1
 * @param total how many steps the run has
 * @param neighbours what the guard asks about: for an upgrade the revisions that must be applied, for a downgrade those that
 *     must not
 * @param resumed how far an earlier run has come with it, outside a transaction
 */
record StagedStep(
        Step step,
        LoadedRevision revision,
        int number,
        int total,
        Set<RevisionId> neighbours,
        Optional<Unfinished> resumed) {

    /** The steps of a plan, in their order; what the state says of a step is where it goes on. */
    static List<StagedStep> of(Plan plan, LoadedMigrations migrations, State state) {
        RevisionGraph graph = migrations.graph();
        List<StagedStep> staged = new ArrayList<>();
        for (Step step : plan.steps()) {
            NavigableSet<RevisionId> neighbours = plan.direction() == Direction.UPGRADE
                    ? graph.requirementsOf(step.id())
                    : graph.dependentsOf(step.id());
            staged.add(new StagedStep(
                    step,
                    migrations.revision(step.id()),
                    staged.size() + 1,
                    plan.steps().size(),
                    neighbours,
                    state.progress(step.id())));
        }
        return staged;
    }

    RevisionId id() {
        return step.id();
    }

    Direction direction() {
        return step.direction();
    }

    boolean transactional() {
        return revision.mode() == TransactionMode.TRANSACTIONAL;
    }
}
