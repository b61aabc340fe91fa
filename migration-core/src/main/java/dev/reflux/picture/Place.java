package dev.reflux.picture;

import dev.reflux.revision.RevisionNode;
import java.util.List;

/**
 * A revision in the picture.
 *
 * @param node the revision
 * @param row from 0, the newest on top
 * @param lane from 0, from the left
 * @param standing where it stands in the database
 * @param marks {@code head}, {@code effective head} and {@code current}, as far as they hold
 */
public record Place(RevisionNode node, int row, int lane, Standing standing, List<String> marks) {

    public Place {
        marks = List.copyOf(marks);
    }

    /** The first line of the message; empty if there is none. */
    public String firstLine() {
        return node.message().strip().lines().findFirst().orElse("");
    }

    /** Whether the database is here. */
    public boolean isCurrent() {
        return marks.contains(LaneLayout.CURRENT);
    }
}
