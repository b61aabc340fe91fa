package dev.reflux.plan;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Sentences;
import java.io.Serial;
import java.util.Collection;
import java.util.List;

/** A revision that is not applied lies below one that is: somebody inserted it into a history that had already run. */
public final class GapException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<RevisionId> gaps;

    GapException(RevisionGraph graph, Collection<RevisionId> gaps, Collection<RevisionId> appliedHeads) {
        super("Applied revisions build on "
                + Sentences.and(gaps.stream().map(id -> graph.node(id).title()).toList())
                + ", which " + (gaps.size() == 1 ? "is" : "are") + " not applied.\nTo run "
                + (gaps.size() == 1 ? "it" : "them") + " now, add --allow-gaps. If the database has what "
                + (gaps.size() == 1 ? "it does" : "they do") + ", record that: reflux stamp "
                + String.join(" ", appliedHeads.stream().map(RevisionId::value).toList()));
        this.gaps = List.copyOf(gaps);
    }

    /** The missing revisions, sorted. */
    public List<RevisionId> gaps() {
        return gaps;
    }
}
