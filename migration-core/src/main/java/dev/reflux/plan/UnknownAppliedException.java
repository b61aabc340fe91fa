package dev.reflux.plan;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Sentences;
import java.io.Serial;
import java.util.Collection;
import java.util.List;

/** The database has revisions that no source knows: it is ahead of this code, or files are missing. */
public final class UnknownAppliedException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<RevisionId> unknown;

    UnknownAppliedException(Collection<RevisionId> unknown, Collection<RevisionId> knownHeads) {
        super("The database has " + Sentences.count(unknown.size(), "revision") + " that no file knows: "
                + Sentences.quotedAll(unknown)
                + ".\nGet the newer version of the files, or bring them back. If they are gone for"
                + " good, and the database is at what is left: reflux stamp --purge "
                + (knownHeads.isEmpty()
                        ? "base"
                        : String.join(
                                " ", knownHeads.stream().map(RevisionId::value).toList())));
        this.unknown = List.copyOf(unknown);
    }

    /** The ids, sorted. */
    public List<RevisionId> unknown() {
        return unknown;
    }
}
