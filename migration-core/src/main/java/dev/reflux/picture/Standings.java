package dev.reflux.picture;

import dev.reflux.revision.RevisionId;
import java.util.Set;

/**
 * What a database says of its revisions.
 *
 * @param applied those that are applied, wholly; also those that no file knows
 * @param unfinished those that began outside a transaction and did not finish
 */
public record Standings(Set<RevisionId> applied, Set<RevisionId> unfinished) {

    public Standings {
        applied = Set.copyOf(applied);
        unfinished = Set.copyOf(unfinished);
    }

    /** Where a revision stands that a file knows. */
    Standing of(RevisionId id) {
        if (unfinished.contains(id)) {
            return Standing.UNFINISHED;
        }
        return applied.contains(id) ? Standing.APPLIED : Standing.PENDING;
    }
}
