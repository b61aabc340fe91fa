package dev.reflux.event;

import dev.reflux.MigrationException;
import dev.reflux.plan.Plan;
import dev.reflux.plan.StampPlan;
import dev.reflux.plan.Step;
import dev.reflux.revision.RevisionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened during a run.
 *
 * <p>A run emits {@link Planned} first, again whenever it had to plan anew, and {@link Finished} or {@link Failed} last; a
 * failed run then ends with the error of its {@link Failed} event. For each step there are {@link StepStarted} and, once it
 * is committed, {@link StepDone}. Events are values; they never hold a password.
 */
public sealed interface MigrationEvent {

    /** Does what belongs to the case; a new case breaks the build of whoever reads events. */
    <T> T match(Cases<T> cases);

    /** What a reader does with each event. */
    interface Cases<T> {
        T planned(Planned event);

        T waiting(Waiting event);

        T warning(Warning event);

        T stepStarted(StepStarted event);

        T notice(Notice event);

        T stepDone(StepDone event);

        T stamped(Stamped event);

        T finished(Finished event);

        T failed(Failed event);
    }

    /**
     * What will run from here on.
     *
     * @param plan the steps; empty where there is nothing to do
     */
    record Planned(Plan plan) implements MigrationEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.planned(this);
        }
    }

    /**
     * The run does nothing until something else has ended; it holds no transaction meanwhile.
     *
     * @param cause what kind of thing it waits for
     * @param reason for what or for whom it waits, a sentence
     * @param waited how long so far
     */
    record Waiting(Cause cause, String reason, Duration waited) implements MigrationEvent {

        /** What a run waits for. */
        public enum Cause {
            /** Another run, which migrates the same database. */
            RUN,
            /** Revisions that others have to apply, because this process must not. */
            SCHEMA,
            /** A lock on a table that another session holds. */
            LOCK,
            /** A database that does not answer. */
            CONNECTION,
            /** A statement that goes on at the server although its client is gone. */
            STATEMENT
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.waiting(this);
        }
    }

    /**
     * Something that does not stop the run and that somebody should look at.
     *
     * @param message a sentence with its remedy
     */
    record Warning(String message) implements MigrationEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.warning(this);
        }
    }

    /**
     * The server has begun a step.
     *
     * @param step the step
     * @param number its place in the run, from 1
     * @param total how many steps there are
     */
    record StepStarted(Step step, int number, int total) implements MigrationEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stepStarted(this);
        }
    }

    /**
     * The server said something, for instance through {@code RAISE NOTICE}.
     *
     * @param step the step that runs
     * @param severity the server's word: {@code NOTICE}, {@code WARNING}, {@code INFO}
     * @param message the server's text
     */
    record Notice(Optional<Step> step, String severity, String message) implements MigrationEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.notice(this);
        }
    }

    /**
     * A step is committed.
     *
     * @param step the step
     * @param number its place in the run, from 1
     * @param total how many steps there are
     * @param duration how long it took, by the clock of the server
     */
    record StepDone(Step step, int number, int total, Duration duration) implements MigrationEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stepDone(this);
        }
    }

    /**
     * The state table was written without running anything.
     *
     * @param plan what was removed and what was added
     */
    record Stamped(StampPlan plan) implements MigrationEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stamped(this);
        }
    }

    /**
     * The run has done what it was asked.
     *
     * @param heads the heads of the database now, sorted
     */
    record Finished(List<RevisionId> heads) implements MigrationEvent {
        public Finished {
            heads = List.copyOf(heads);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.finished(this);
        }
    }

    /**
     * The run has stopped; its error follows.
     *
     * @param error what happened, and what to do
     */
    record Failed(MigrationException error) implements MigrationEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.failed(this);
        }
    }
}
