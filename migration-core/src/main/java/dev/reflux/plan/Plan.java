package dev.reflux.plan;

import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.List;

/**
 * What will run, in order; an upgrade runs each revision after what it requires, a downgrade before.
 *
 * @param direction of all its steps
 * @param steps empty where there is nothing to do
 */
public record Plan(Direction direction, List<Step> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    static Plan of(Direction direction, List<RevisionNode> revisions) {
        return new Plan(
                direction,
                revisions.stream().map(node -> new Step(node, direction)).toList());
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The ids of the steps, in order. */
    public List<RevisionId> ids() {
        return steps.stream().map(Step::id).toList();
    }
}
