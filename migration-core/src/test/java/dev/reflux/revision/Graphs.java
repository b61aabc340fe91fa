package dev.reflux.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Graphs and sets of revisions as tests write them.
 *
 * <pre>
 * a -> b -> c1        chains
 * c1, c2 -> d         a merge
 * c2 needs a, b       dependencies
 * c1 is billing       labels
 * c1 : add orders     a message
 * </pre>
 */
public final class Graphs {

    private final Map<String, List<String>> parents = new LinkedHashMap<>();
    private final Map<String, List<String>> dependencies = new LinkedHashMap<>();
    private final Map<String, List<String>> labels = new LinkedHashMap<>();
    private final Map<String, String> messages = new LinkedHashMap<>();

    private Graphs(String text) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::read);
    }

    /** The graph of this text. */
    public static RevisionGraph graph(String text) {
        return RevisionGraph.of(nodes(text));
    }

    /** The revisions of this text, unchecked, in the order in which they appear. */
    public static List<RevisionNode> nodes(String text) {
        Graphs graphs = new Graphs(text);
        return graphs.parents.keySet().stream().map(graphs::node).toList();
    }

    /** {@code {a, b}}. */
    public static NavigableSet<RevisionId> ids(String text) {
        return names(text.replaceAll("[{}]", "")).map(RevisionId::of).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same text again, in the order of the collection. */
    public static String text(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(Collectors.joining(", ", "{", "}"));
    }

    private void read(String line) {
        String[] message = line.split(" : ", -1);
        String[] label = line.split(" is ", -1);
        String[] dependency = line.split(" needs ", -1);
        if (message.length == 2) {
            messages.put(message[0].strip(), message[1].strip());
        } else if (label.length == 2) {
            labels.put(label[0].strip(), names(label[1]).toList());
        } else if (dependency.length == 2) {
            dependencies.put(dependency[0].strip(), names(dependency[1]).toList());
        } else {
            readChain(line);
        }
    }

    private void readChain(String line) {
        List<String> below = List.of();
        for (String group : line.split("->", -1)) {
            List<String> revisions = names(group).toList();
            for (String revision : revisions) {
                parents.computeIfAbsent(revision, id -> new ArrayList<>()).addAll(below);
            }
            below = revisions;
        }
    }

    private static Stream<String> names(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(name -> !name.isEmpty());
    }

    private RevisionNode node(String id) {
        return new RevisionNode(
                RevisionId.of(id),
                parents.getOrDefault(id, List.of()).stream().map(RevisionId::of).toList(),
                dependencies.getOrDefault(id, List.of()),
                labels.getOrDefault(id, List.of()),
                messages.getOrDefault(id, ""),
                "",
                id + ".sql");
    }
}
