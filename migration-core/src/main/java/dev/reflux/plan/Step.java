package dev.reflux.plan;

import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;

/**
 * One revision in one direction.
 *
 * @param revision the revision
 * @param direction up or down
 */
public record Step(RevisionNode revision, Direction direction) {

    /** The id of the revision. */
    public RevisionId id() {
        return revision.id();
    }
}
