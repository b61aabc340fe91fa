package dev.reflux.diff;

import dev.reflux.catalog.ObjectId;
import java.util.List;

/**
 * Statements that belong together, at their place in the order.
 *
 * @param id the object on which they work
 * @param statements SQL, each without its semicolon
 * @param destructive whether they lose rows or values for good
 * @param notes what the user should know of them, one sentence each
 */
public record Edit(ObjectId id, List<String> statements, boolean destructive, List<String> notes) {

    public Edit {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }
}
