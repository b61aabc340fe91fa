package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the bodies of functions seem to mention. PostgreSQL keeps a body as text and knows no dependencies of it, but it looks at
 * the body when the function is made. A word of the body that is the name of something new is taken for a mention; that it may
 * be one by accident does not matter, for such an order is only a wish. A function that takes or gives rows of a table is taken
 * to mention all columns of it, for they must fit.
 */
final class SoftReferences {

    private static final Pattern WORD = Pattern.compile("\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final WorkGraph graph;
    private final Map<String, List<Node>> made = new HashMap<>();
    private final Map<ObjectId, List<Node>> changedColumns = new HashMap<>();
    private final RowTypes rowTypes;

    private SoftReferences(WorkGraph graph) {
        this.graph = graph;
        this.rowTypes = new RowTypes(graph.desired());
        graph.nodes().stream()
                .filter(node -> node.id().kind() == Kind.COLUMN)
                .forEach(node -> changedColumns
                        .computeIfAbsent(node.id().requireOwner(), table -> new ArrayList<>())
                        .add(node));
        graph.nodes().stream()
                .filter(this::canBeMentioned)
                .forEach(node -> made.computeIfAbsent(bareName(node.id()), name -> new ArrayList<>())
                        .add(node));
    }

    /** The mentions that are not known dependencies anyway. */
    static List<Edge> of(WorkGraph graph) {
        SoftReferences references = new SoftReferences(graph);
        List<Edge> edges = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (isRoutine(node.id().kind()) && (node.work() == Work.CREATE || node.work() == Work.ALTER)) {
                references.addMentions(node, edges);
            }
        }
        return edges;
    }

    private void addMentions(Node routine, List<Edge> edges) {
        CatalogObject object = graph.desired().find(routine.id()).orElseThrow();
        Set<Node> mentions = new LinkedHashSet<>();
        words(object.hints().find("body").orElse(""))
                .forEach(word -> mentions.addAll(made.getOrDefault(word, List.of())));
        rowTypes.of(object).forEach(table -> mentions.addAll(changedColumns.getOrDefault(table, List.of())));
        for (Node mentioned : mentions) {
            if (!mentioned.equals(routine) && !graph.after(mentioned).contains(routine)) {
                edges.add(new Edge(mentioned, routine));
            }
        }
    }

    /** What a body can use only once it is made or altered. */
    private boolean canBeMentioned(Node node) {
        Kind kind = node.id().kind();
        if (kind == Kind.COLUMN) {
            boolean changes = node.work() == Work.CREATE || node.work() == Work.ALTER;
            return changes && !graph.find(node.id().requireOwner(), Work.CREATE).isPresent();
        }
        return kind.shape() == Kind.Shape.IN_SCHEMA
                && (node.work() == Work.CREATE || (node.work() == Work.ALTER && getsDefaults(node.id())));
    }

    /** Whether a routine can be called with other arguments than before. */
    private boolean getsDefaults(ObjectId id) {
        return isRoutine(id.kind()) && !defaults(graph.live(), id).equals(defaults(graph.desired(), id));
    }

    private static Optional<String> defaults(Catalog catalog, ObjectId routine) {
        return catalog.find(routine).flatMap(object -> object.attributes().find("defaults"));
    }

    private static boolean isRoutine(Kind kind) {
        return kind == Kind.FUNCTION || kind == Kind.PROCEDURE;
    }

    private static String bareName(ObjectId id) {
        if (id.kind().hasSignature()) {
            Matcher name = WORD.matcher(id.name());
            return name.lookingAt() ? unquoted(name.group()) : id.name();
        }
        return id.name();
    }

    private static Set<String> words(String body) {
        Set<String> words = new LinkedHashSet<>();
        for (Matcher word = WORD.matcher(body); word.find(); ) {
            words.add(unquoted(word.group()));
        }
        return words;
    }

    private static String unquoted(String word) {
        return word.startsWith("\"")
                ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
                : word.toLowerCase(Locale.ROOT);
    }

    /** A routine whose body seems to mention something that is made. */
    record Edge(Node mentioned, Node routine) {}
}
