package dev.reflux.plan;

import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.List;

/**
 * How a stamp changes the state table.
 *
 * @param remove rows to delete, sorted; with {@code --purge} also ids that no file knows
 * @param add revisions to record as applied, in the order in which an upgrade would run them
 */
public record StampPlan(List<RevisionId> remove, List<RevisionNode> add) {

    public StampPlan {
        remove = List.copyOf(remove);
        add = List.copyOf(add);
    }

    /** Whether the table stays as it is. */
    public boolean isEmpty() {
        return remove.isEmpty() && add.isEmpty();
    }
}
