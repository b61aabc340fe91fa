package dev.reflux.picture;

import dev.reflux.revision.RevisionGraph;
import java.util.List;
import java.util.Optional;

/**
 * The graph, laid out: a row for each revision, newest first, and lanes in which lines run down, as in a picture of a git
 * history. It reads well with three revisions and with hundreds, for a row has room for words whatever the number of branches.
 *
 * @param places by row
 * @param edges by the row of their child, then by lane
 * @param lanes how many there are
 */
public record Picture(List<Place> places, List<Edge> edges, int lanes) {

    public Picture {
        places = List.copyOf(places);
        edges = List.copyOf(edges);
    }

    /** The picture of a graph alone. */
    public static Picture of(RevisionGraph graph) {
        return new LaneLayout(graph, Optional.empty()).picture();
    }

    /** The picture with what a database says; what only the database knows stands on top. */
    public static Picture of(RevisionGraph graph, Standings standings) {
        return new LaneLayout(graph, Optional.of(standings)).picture();
    }

    /** How many revisions stand like that. */
    public long count(Standing standing) {
        return places.stream().filter(place -> place.standing() == standing).count();
    }

    /** Whether a revision depends on another one. */
    public boolean hasDependencies() {
        return edges.stream().anyMatch(edge -> edge.kind() == Edge.Kind.DEPENDENCY);
    }
}
