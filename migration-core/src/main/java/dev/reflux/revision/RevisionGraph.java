package dev.reflux.revision;

import static java.util.Comparator.comparing;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The graph of all known revisions: immutable, checked, and independent of the order in which they were found.
 *
 * <p>There are two kinds of edges. A revision <em>revises</em> its parents; that is its place in the history, and what
 * relative targets walk along. It <em>requires</em> its parents and what it depends on; that is what must be applied before
 * it. Heads and bases are told from parents alone; {@link #realHeads()} looks at both.
 *
 * <p>Every set and list that leaves the graph has a defined order: sets are sorted by id, and {@link #ordered} explains its
 * own.
 */
public final class RevisionGraph {

    /** Which of several independent revisions comes first: the older one, then the lesser id. */
    static final Comparator<RevisionNode> AGE = comparing(RevisionNode::created).thenComparing(RevisionNode::id);

    private final NavigableMap<RevisionId, RevisionNode> nodes;
    private final NavigableMap<String, RevisionId> labels;
    private final Map<RevisionId, NavigableSet<RevisionId>> children = new HashMap<>();
    private final Map<RevisionId, NavigableSet<RevisionId>> requirements = new HashMap<>();
    private final Map<RevisionId, NavigableSet<RevisionId>> dependents = new HashMap<>();

    RevisionGraph(
            NavigableMap<RevisionId, RevisionNode> nodes,
            NavigableMap<String, RevisionId> labels,
            Map<RevisionId, NavigableSet<RevisionId>> requirements) {
        this.nodes = nodes;
        this.labels = labels;
        for (RevisionNode node : nodes.values()) {
            node.revises().forEach(parent -> add(children, parent, node.id()));
            edges(requirements, node.id()).forEach(required -> {
                add(this.requirements, node.id(), required);
                add(dependents, required, node.id());
            });
        }
    }

    private static void add(Map<RevisionId, NavigableSet<RevisionId>> edges, RevisionId from, RevisionId to) {
        edges.computeIfAbsent(from, id -> new TreeSet<>()).add(to);
    }

    /**
     * The graph of these revisions.
     *
     * @param revisions in any order
     * @throws InvalidGraphException with everything that is wrong: ids or labels given twice, unknown parents, cycles
     */
    public static RevisionGraph of(Collection<RevisionNode> revisions) {
        return new GraphCheck(revisions).graph();
    }

    /** All revisions, sorted by id. */
    public Collection<RevisionNode> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    /** The ids of all revisions. */
    public NavigableSet<RevisionId> ids() {
        return Collections.unmodifiableNavigableSet(nodes.navigableKeySet());
    }

    /**
     * The revision with this id.
     *
     * @throws IllegalArgumentException if the graph has none; ask {@link #find} where that is a question
     */
    public RevisionNode node(RevisionId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no revision " + id));
    }

    /** The revision with this id, if there is one. */
    public Optional<RevisionNode> find(RevisionId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The labels, each with the revision that carries it. */
    public NavigableMap<String, RevisionId> labels() {
        return Collections.unmodifiableNavigableMap(labels);
    }

    /** The revisions that name this one as a parent. */
    public NavigableSet<RevisionId> childrenOf(RevisionId id) {
        return edges(children, id);
    }

    /** What must be applied before this revision: its parents and what it depends on. */
    public NavigableSet<RevisionId> requirementsOf(RevisionId id) {
        return edges(requirements, id);
    }

    /** The revisions that require this one. */
    public NavigableSet<RevisionId> dependentsOf(RevisionId id) {
        return edges(dependents, id);
    }

    private static NavigableSet<RevisionId> edges(Map<RevisionId, NavigableSet<RevisionId>> edges, RevisionId from) {
        return Collections.unmodifiableNavigableSet(edges.getOrDefault(from, Collections.emptyNavigableSet()));
    }

    /** The revisions without parents. */
    public NavigableSet<RevisionId> bases() {
        return select(node -> node.revises().isEmpty());
    }

    /** The revisions without children. */
    public NavigableSet<RevisionId> heads() {
        return select(node -> childrenOf(node.id()).isEmpty());
    }

    /** The heads that no other revision depends on. */
    public NavigableSet<RevisionId> realHeads() {
        return select(node -> dependentsOf(node.id()).isEmpty());
    }

    private NavigableSet<RevisionId> select(Predicate<RevisionNode> condition) {
        NavigableSet<RevisionId> selected = new TreeSet<>();
        nodes.values().stream().filter(condition).map(RevisionNode::id).forEach(selected::add);
        return Collections.unmodifiableNavigableSet(selected);
    }

    /** These revisions and all that they require, directly or not. Ids that the graph does not know are left out. */
    public NavigableSet<RevisionId> closure(Collection<RevisionId> ids) {
        return reach(ids, this::requirementsOf);
    }

    /** These revisions and all that require them, directly or not. */
    public NavigableSet<RevisionId> dependentClosure(Collection<RevisionId> ids) {
        return reach(ids, this::dependentsOf);
    }

    /** This revision, its ancestors and its descendants: what shares a history with it. */
    public NavigableSet<RevisionId> lineage(RevisionId id) {
        NavigableSet<RevisionId> lineage = ancestors(id);
        lineage.addAll(descendants(List.of(id)));
        return lineage;
    }

    /** These revisions and their descendants by parents alone. */
    NavigableSet<RevisionId> descendants(Collection<RevisionId> ids) {
        return reach(ids, this::childrenOf);
    }

    /** This revision and its ancestors by parents alone. */
    public NavigableSet<RevisionId> ancestors(RevisionId id) {
        return reach(List.of(id), revision -> node(revision).revises());
    }

    /** Those of these revisions that no other of them requires, directly or not: what stands for the whole set. */
    public NavigableSet<RevisionId> maximal(Collection<RevisionId> ids) {
        NavigableSet<RevisionId> required = new TreeSet<>();
        ids.forEach(id -> required.addAll(requirementsOf(id)));
        NavigableSet<RevisionId> maximal = new TreeSet<>(ids);
        maximal.removeAll(closure(required));
        return maximal;
    }

    /** Those of these revisions that none of them names as a parent. */
    NavigableSet<RevisionId> childless(Set<RevisionId> ids) {
        NavigableSet<RevisionId> childless = new TreeSet<>(ids);
        childless.removeIf(id -> !Collections.disjoint(childrenOf(id), ids));
        return childless;
    }

    private NavigableSet<RevisionId> reach(
            Collection<RevisionId> start, Function<RevisionId, ? extends Collection<RevisionId>> next) {
        NavigableSet<RevisionId> reached = new TreeSet<>();
        Deque<RevisionId> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            RevisionId id = open.pop();
            if (nodes.containsKey(id) && reached.add(id)) {
                open.addAll(next.apply(id));
            }
        }
        return reached;
    }

    /**
     * These revisions in the order in which they are applied: each after all that it requires, and staying on a branch as
     * long as possible.
     *
     * <p>A revision is followed by the oldest of its dependents that has become ready; where there is none, by the oldest
     * one that the revision before it left waiting. This is one order of the whole graph, of which every part is taken: it
     * depends on nothing but edges and age, and adding a revision that nothing requires moves no other. Ids that the graph
     * does not know are left out.
     */
    public List<RevisionNode> ordered(Collection<RevisionId> ids) {
        Set<RevisionId> wanted = new HashSet<>(ids);
        return new ApplyOrder(this, closure(wanted))
                .order().stream().filter(node -> wanted.contains(node.id())).toList();
    }

    /** The lines of the graph, for messages: "3f2a91 (add orders) and 9b07d4 (add carts)". */
    String titles(Collection<RevisionId> ids) {
        return Sentences.and(ids.stream().map(id -> node(id).title()).toList());
    }

    static NavigableSet<RevisionId> intersection(Collection<RevisionId> some, Collection<RevisionId> others) {
        NavigableSet<RevisionId> common = new TreeSet<>(some);
        common.retainAll(others instanceof Set ? others : new HashSet<>(others));
        return common;
    }

    static <V> NavigableMap<RevisionId, V> byId() {
        return new TreeMap<>();
    }
}
