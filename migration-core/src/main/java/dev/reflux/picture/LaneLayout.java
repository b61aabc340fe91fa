package dev.reflux.picture;

import dev.reflux.picture.Edge.Kind;
import dev.reflux.revision.History;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds rows and lanes, from the newest revision down. Each line that is open occupies a lane until its parent comes. A revision
 * takes the leftmost lane that leads to it, else the leftmost free one; its first parent goes on in its lane, the others get
 * free ones. So no line runs through a revision, and the main line is straight.
 */
final class LaneLayout {

    static final String CURRENT = "current";

    private static final String UNKNOWN_ORIGIN = "the state table";

    private final RevisionGraph graph;
    private final Optional<Standings> standings;
    private final NavigableSet<RevisionId> current;
    private final List<Optional<Open>> lanes = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private int widest;

    /** A line whose parent has not come yet. */
    private record Open(Place child, RevisionId parent, Kind kind) {}

    LaneLayout(RevisionGraph graph, Optional<Standings> standings) {
        this.graph = graph;
        this.standings = standings;
        this.current = standings.map(known -> graph.maximal(known.applied())).orElseGet(TreeSet::new);
    }

    Picture picture() {
        unknown().forEach(this::place);
        new History(graph, Set.of()).newestFirst().forEach(this::place);
        edges.sort(Comparator.<Edge>comparingInt(edge -> edge.child().row()).thenComparingInt(Edge::lane));
        return new Picture(places, edges, widest);
    }

    private List<RevisionNode> unknown() {
        return standings.stream()
                .flatMap(known -> Stream.concat(known.applied().stream(), known.unfinished().stream()))
                .filter(id -> graph.find(id).isEmpty())
                .sorted()
                .distinct()
                .map(id -> new RevisionNode(id, List.of(), List.of(), List.of(), "", "", UNKNOWN_ORIGIN))
                .toList();
    }

    private void place(RevisionNode node) {
        Map<Integer, Open> arriving = arriving(node.id());
        int lane = arriving.entrySet().stream()
                .min(Comparator.<Map.Entry<Integer, Open>, Kind>comparing(
                                entry -> entry.getValue().kind())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElseGet(this::freeLane);
        Place place = new Place(node, places.size(), lane, standing(node), marks(node));
        arriving.forEach((from, open) -> {
            edges.add(new Edge(open.child(), place, from, open.kind()));
            lanes.set(from, Optional.empty());
        });
        places.add(place);
        widest = Math.max(widest, lane + 1);
        leave(place);
    }

    private Map<Integer, Open> arriving(RevisionId id) {
        Map<Integer, Open> arriving = new HashMap<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            Optional<Open> open = lanes.get(lane).filter(line -> line.parent().equals(id));
            if (open.isPresent()) {
                arriving.put(lane, open.get());
            }
        }
        return arriving;
    }

    private void leave(Place place) {
        RevisionNode node = place.node();
        List<Open> lines = new ArrayList<>();
        node.revises().forEach(parent -> lines.add(new Open(place, parent, Kind.PARENT)));
        NavigableSet<RevisionId> dependencies = new TreeSet<>(graph.requirementsOf(node.id()));
        node.revises().forEach(dependencies::remove);
        dependencies.forEach(id -> lines.add(new Open(place, id, Kind.DEPENDENCY)));
        boolean straight = !node.revises().isEmpty();
        if (straight) {
            open(place.lane(), lines.remove(0));
        } else if (place.lane() == lanes.size()) {
            lanes.add(Optional.empty());
        }
        for (Open line : lines) {
            open(freeLaneBeside(place.lane()), line);
        }
    }

    private void open(int lane, Open line) {
        while (lanes.size() <= lane) {
            lanes.add(Optional.empty());
        }
        lanes.set(lane, Optional.of(line));
        widest = Math.max(widest, lane + 1);
    }

    /** Not right below a revision at which a line ends: it would seem to go on. */
    private int freeLane() {
        int above = places.isEmpty() ? -1 : places.get(places.size() - 1).lane();
        return freeLaneBeside(above);
    }

    private int freeLaneBeside(int taken) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (lane != taken && lanes.get(lane).isEmpty()) {
                return lane;
            }
        }
        return Math.max(lanes.size(), taken + 1);
    }

    private Standing standing(RevisionNode node) {
        if (graph.find(node.id()).isEmpty()) {
            return Standing.UNKNOWN;
        }
        return standings.map(known -> known.of(node.id())).orElse(Standing.UNASKED);
    }

    private List<String> marks(RevisionNode node) {
        List<String> marks = new ArrayList<>();
        if (graph.find(node.id()).isPresent() && graph.childrenOf(node.id()).isEmpty()) {
            marks.add(graph.dependentsOf(node.id()).isEmpty() ? "head" : "effective head");
        }
        if (current.contains(node.id())) {
            marks.add(CURRENT);
        }
        return marks;
    }
}
