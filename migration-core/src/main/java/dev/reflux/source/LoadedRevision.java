package dev.reflux.source;

import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.Optional;

/**
 * A revision with its migration.
 *
 * @param node its place in the graph
 * @param code its upgrade and downgrade
 * @param mode whether its steps run in a transaction
 * @param checksum of the source file; empty for compiled classes
 */
public record LoadedRevision(RevisionNode node, MigrationCode code, TransactionMode mode, Optional<Checksum> checksum) {

    /** The id of the revision. */
    public RevisionId id() {
        return node.id();
    }
}
