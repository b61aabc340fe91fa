package dev.reflux.r2dbc;

import dev.reflux.plan.Direction;
import dev.reflux.revision.RevisionId;
import dev.reflux.source.Checksum;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of the state table.
 *
 * @param id the revision
 * @param message as it was when it was applied
 * @param checksum of its source at that time; empty for compiled classes
 * @param appliedAt when, by the server's clock
 * @param duration how long it took; empty where that is not known
 * @param appliedBy the database user
 * @param progress whether it is applied, or how far it came
 */
public record AppliedRevision(
        RevisionId id,
        String message,
        Optional<Checksum> checksum,
        Instant appliedAt,
        Optional<Duration> duration,
        String appliedBy,
        Progress progress) {

    /** How far a revision has come. Only revisions outside a transaction are ever seen half-done. */
    public sealed interface Progress {

        /** It is applied. */
        record Applied() implements Progress {}

        /**
         * It did not finish.
         *
         * @param direction what was being done
         * @param failed whether a statement failed; otherwise it runs, or its runner died
         * @param statementsDone how many statements are done
         */
        record Unfinished(Direction direction, boolean failed, int statementsDone) implements Progress {}
    }

    /** How far it came, if it did not finish. */
    public Optional<Progress.Unfinished> unfinished() {
        return progress instanceof Progress.Unfinished unfinished ? Optional.of(unfinished) : Optional.empty();
    }

    /** Whether it is applied, wholly. */
    public boolean isApplied() {
        return progress instanceof Progress.Applied;
    }
}
