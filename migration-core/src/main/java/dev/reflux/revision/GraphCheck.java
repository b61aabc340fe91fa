package dev.reflux.revision;

import static dev.reflux.revision.Sentences.quoted;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Builds a {@link RevisionGraph} from what the sources say, and collects everything that is wrong with it. */
final class GraphCheck {

    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}_./-]+");
    private static final List<String> RESERVED =
            RevisionId.RESERVED.stream().sorted().map(Sentences::quoted).toList();
    private static final Pattern LOOKS_RELATIVE = Pattern.compile(".*[+-]\\d+");

    private final NavigableMap<RevisionId, RevisionNode> nodes = RevisionGraph.byId();
    private final NavigableMap<String, RevisionId> ids = new TreeMap<>();
    private final NavigableMap<String, RevisionId> labels = new TreeMap<>();
    private final Map<RevisionId, NavigableSet<RevisionId>> requirements = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    GraphCheck(Collection<RevisionNode> revisions) {
        List<RevisionNode> sorted = revisions.stream()
                .sorted(RevisionGraph.AGE.thenComparing(RevisionNode::origin))
                .toList();
        sorted.forEach(this::addNode);
        nodes.values().forEach(this::addLabels);
        nodes.values().forEach(this::addRequirements);
        reportCycles();
    }

    RevisionGraph graph() {
        if (!problems.isEmpty()) {
            throw new InvalidGraphException(problems);
        }
        return new RevisionGraph(nodes, labels, requirements);
    }

    private void addNode(RevisionNode node) {
        RevisionNode other = nodes.putIfAbsent(node.id(), node);
        ids.put(node.id().value(), node.id());
        if (other != null) {
            problems.add("Revision " + quoted(node.id()) + " is declared twice, in " + other.origin() + " and in "
                    + node.origin() + ". Give one of them another id.");
        }
    }

    private void addLabels(RevisionNode node) {
        for (String label : new LinkedHashSet<>(node.labels())) {
            boolean usable = LABEL.matcher(label).matches()
                    && !LOOKS_RELATIVE.matcher(label).matches()
                    && !RevisionId.RESERVED.contains(label);
            if (usable) {
                takeLabel(label, node);
            } else {
                problems.add("Label " + quoted(label) + " of " + place(node) + " cannot be used. A label has letters,"
                        + " digits, \"_\", \".\", \"/\" and \"-\", does not end like \"-2\", and is not "
                        + Sentences.or(RESERVED) + ".");
            }
        }
    }

    private void takeLabel(String label, RevisionNode node) {
        RevisionId other = labels.putIfAbsent(label, node.id());
        if (ids.containsKey(label)) {
            problems.add(
                    "Label " + quoted(label) + " of " + place(node) + " is the id of a revision. Rename the label.");
        } else if (other != null) {
            problems.add("Label " + quoted(label) + " is used twice, by " + place(nodes.getOrDefault(other, node))
                    + " and by " + place(node) + ". Rename one of them.");
        }
    }

    private static String place(RevisionNode node) {
        return node.id() + " in " + node.origin();
    }

    private void addRequirements(RevisionNode node) {
        NavigableSet<RevisionId> required = requirements.computeIfAbsent(node.id(), id -> new TreeSet<>());
        for (RevisionId parent : node.revises()) {
            if (nodes.containsKey(parent)) {
                required.add(parent);
            } else {
                reportUnknown(node, "revises " + quoted(parent), Sentences.nearest(parent.value(), ids.keySet()));
            }
        }
        for (String dependency : node.dependsOn()) {
            lookUp(dependency)
                    .ifPresentOrElse(
                            required::add,
                            () -> reportUnknown(
                                    node, "depends on " + quoted(dependency), Sentences.nearest(dependency, names())));
        }
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(ids.keySet());
        names.addAll(labels.keySet());
        return names;
    }

    private Optional<RevisionId> lookUp(String idOrLabel) {
        return Optional.ofNullable(labels.getOrDefault(idOrLabel, ids.get(idOrLabel)));
    }

    private void reportUnknown(RevisionNode node, String reference, Optional<String> near) {
        String hint = near.map(name -> "Did you mean " + quoted(name) + "?")
                .orElse("Add its file, or correct the reference.");
        problems.add("Revision " + quoted(node.id()) + " in " + node.origin() + " " + reference
                + ", which does not exist. " + hint);
    }

    /** What the topological sort cannot place holds a cycle; without its revisions it places the rest, or finds another. */
    private void reportCycles() {
        RevisionGraph graph = new RevisionGraph(nodes, labels, requirements);
        NavigableSet<RevisionId> left = unplaced(graph, graph.ids());
        while (!left.isEmpty()) {
            List<RevisionId> cycle = cycle(graph, left);
            reportCycle(cycle);
            cycle.forEach(left::remove);
            left = unplaced(graph, left);
        }
    }

    private static NavigableSet<RevisionId> unplaced(RevisionGraph graph, Set<RevisionId> ids) {
        NavigableSet<RevisionId> left = new TreeSet<>(ids);
        new ApplyOrder(graph, ids).order().forEach(placed -> left.remove(placed.id()));
        return left;
    }

    /** Walks down among revisions of which each requires another, until it meets itself. */
    private static List<RevisionId> cycle(RevisionGraph graph, NavigableSet<RevisionId> ids) {
        Set<RevisionId> path = new LinkedHashSet<>();
        RevisionId at = ids.first();
        while (path.add(at)) {
            at = RevisionGraph.intersection(graph.requirementsOf(at), ids).first();
        }
        List<RevisionId> steps = List.copyOf(path);
        return steps.subList(steps.indexOf(at), steps.size());
    }

    private void reportCycle(List<RevisionId> cycle) {
        if (cycle.size() == 1) {
            problems.add("Revision " + quoted(cycle.get(0)) + " in " + origin(cycle.get(0))
                    + " requires itself. Correct what it revises or depends on.");
            return;
        }
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            edges.add(cycle.get(i) + " requires " + cycle.get((i + 1) % cycle.size()));
        }
        problems.add("Revisions require each other in a cycle: " + Sentences.and(edges) + ". Correct one of "
                + Sentences.and(cycle.stream().map(this::origin).toList()) + ".");
    }

    private String origin(RevisionId id) {
        return Optional.ofNullable(nodes.get(id)).map(RevisionNode::origin).orElse(id.value());
    }
}
