package dev.reflux.plan;

import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A graph of up to 40 revisions with forks, merges, dependencies, several bases and labels, and a database on it; all from a seed. */
final class RandomDatabase {

    private static final List<String> OFFSETS = List.of("", "", "+1", "-1", "+2", "-2", "-3", "+20");
    private static final List<String> WORDS = List.of("", "head", "heads", "base", "current");

    private final Random random;
    private final List<RevisionNode> nodes = new ArrayList<>();
    private final Scenario database;

    RandomDatabase(long seed) {
        random = new Random(seed);
        int size = random.nextInt(40);
        Set<RevisionId> ids = new LinkedHashSet<>();
        while (ids.size() < size) {
            ids.add(RevisionId.of(Integer.toHexString(0x100 + random.nextInt(0xefff))));
        }
        ids.forEach(id -> nodes.add(node(id)));
        RevisionGraph graph = RevisionGraph.of(nodes);
        database = Scenario.at(graph, some(graph.ids(), random.nextInt(4)));
    }

    private RevisionNode node(RevisionId id) {
        List<RevisionId> older = nodes.stream().map(RevisionNode::id).toList();
        int parents = random.nextInt(10) == 0 ? 0 : random.nextInt(6) == 0 ? 2 : 1;
        List<RevisionId> near =
                random.nextBoolean() ? older : older.subList(Math.max(0, older.size() - 3), older.size());
        List<String> needs = some(older, random.nextInt(5) == 0 ? 2 : 0).stream()
                .map(RevisionId::value)
                .toList();
        List<String> labels = random.nextInt(6) == 0 ? List.of("label" + nodes.size()) : List.of();
        String created = random.nextBoolean() ? "" : "2026-01-0" + (1 + random.nextInt(3));
        return new RevisionNode(id, List.copyOf(some(near, parents)), needs, labels, "", created, id + ".sql");
    }

    private <T> Set<T> some(Collection<T> all, int count) {
        List<T> list = new ArrayList<>(all);
        Set<T> chosen = new LinkedHashSet<>();
        for (int i = 0; i < count && !list.isEmpty(); i++) {
            chosen.add(list.get(random.nextInt(list.size())));
        }
        return chosen;
    }

    Scenario database() {
        return database;
    }

    RevisionGraph graph() {
        return database.graph();
    }

    Random random() {
        return random;
    }

    List<RevisionNode> nodes() {
        return nodes;
    }

    /** A revision that requires some of the others, and that none requires. */
    RevisionNode leaf() {
        return node(RevisionId.of("leaf"));
    }

    /** Targets of every form; most of them mean something. */
    List<String> targets() {
        return IntStream.range(0, 60).mapToObj(i -> target()).toList();
    }

    private String target() {
        String branch = random.nextInt(3) == 0 ? name() + "@" : "";
        String symbol = random.nextBoolean() ? name() : WORDS.get(random.nextInt(WORDS.size()));
        return branch + symbol + OFFSETS.get(random.nextInt(OFFSETS.size()));
    }

    private String name() {
        Set<String> names = new TreeSet<>(graph().labels().keySet());
        graph().ids().forEach(id -> names.add(id.value()));
        return names.isEmpty() ? "none" : List.copyOf(names).get(random.nextInt(names.size()));
    }

    /** Text of the letters that targets are made of. */
    String text() {
        List<String> letters =
                List.of("a", "b", "c", "1", "2", "0", "@", "+", "-", ":", ".", " ", "head", "heads", "base", "current");
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(4) == 0 ? name() : letters.get(random.nextInt(letters.size())));
        }
        return text.toString();
    }
}
