package dev.reflux.r2dbc;

import dev.reflux.plan.Direction;
import dev.reflux.r2dbc.AppliedRevision.Progress.Unfinished;
import dev.reflux.revision.RevisionId;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the state table says at one moment.
 *
 * @param rows sorted by id
 * @param table whether the table is there at all
 */
record State(List<AppliedRevision> rows, Table table) {

    enum Table {
        PRESENT,
        MISSING
    }

    static final State MISSING = new State(List.of(), Table.MISSING);

    State {
        rows = List.copyOf(rows);
    }

    /** The revisions that are applied, wholly. */
    NavigableSet<RevisionId> applied() {
        NavigableSet<RevisionId> ids = new TreeSet<>();
        rows.stream()
                .filter(AppliedRevision::isApplied)
                .map(AppliedRevision::id)
                .forEach(ids::add);
        return Collections.unmodifiableNavigableSet(ids);
    }

    /** What a plan in this direction starts from: a revision of which the downgrade did not finish is still to be undone. */
    NavigableSet<RevisionId> before(Direction direction) {
        NavigableSet<RevisionId> ids = new TreeSet<>(applied());
        if (direction == Direction.DOWNGRADE) {
            rows.stream()
                    .filter(row -> row.unfinished()
                            .filter(unfinished -> unfinished.direction() == direction)
                            .isPresent())
                    .map(AppliedRevision::id)
                    .forEach(ids::add);
        }
        return ids;
    }

    /** How far a revision has come that did not finish. */
    Optional<Unfinished> progress(RevisionId id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst().flatMap(AppliedRevision::unfinished);
    }

    /** The revisions that did not finish. */
    List<AppliedRevision> unfinished() {
        return rows.stream().filter(row -> !row.isApplied()).toList();
    }

    /** The ids of all rows. */
    List<RevisionId> ids() {
        return rows.stream().map(AppliedRevision::id).toList();
    }
}
