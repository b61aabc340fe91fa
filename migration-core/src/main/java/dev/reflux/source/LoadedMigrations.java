package dev.reflux.source;

import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All revisions of a run, loaded and checked; immutable.
 *
 * @param graph how they hang together
 * @param revisions by id; the same ids as in the graph
 */
public record LoadedMigrations(RevisionGraph graph, Map<RevisionId, LoadedRevision> revisions) {

    public LoadedMigrations {
        revisions = Map.copyOf(revisions);
    }

    /**
     * Puts the graph together.
     *
     * @throws dev.reflux.revision.InvalidGraphException with everything that is wrong with it
     */
    public static LoadedMigrations of(Collection<LoadedRevision> revisions) {
        List<LoadedRevision> all = List.copyOf(revisions);
        RevisionGraph graph =
                RevisionGraph.of(all.stream().map(LoadedRevision::node).toList());
        return new LoadedMigrations(
                graph, all.stream().collect(Collectors.toMap(LoadedRevision::id, Function.identity())));
    }

    /**
     * The revision with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public LoadedRevision revision(RevisionId id) {
        LoadedRevision revision = revisions.get(id);
        if (revision == null) {
            throw new IllegalArgumentException("no revision " + id);
        }
        return revision;
    }
}
