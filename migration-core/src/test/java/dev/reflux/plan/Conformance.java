package dev.reflux.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The recorded answers of Alembic: random graphs, and commands on them. */
final class Conformance {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Conformance() {}

    /**
     * A graph, a database, and the commands that were run on it.
     *
     * @param heads of the graph, as Alembic tells them
     * @param bases of the graph, as Alembic tells them
     */
    record World(Scenario database, NavigableSet<RevisionId> heads, NavigableSet<RevisionId> bases, List<Case> cases) {}

    /** A command, and what Alembic answers. */
    record Case(Scenario database, String command, String target, Answer alembic) {

        boolean is(String name, String targetForm) {
            return command.equals(name) && target.matches(targetForm);
        }

        /** The command as typed. */
        String line() {
            return command + " " + target;
        }

        /** What we do. */
        String outcome() {
            return database.outcome(line());
        }

        RevisionGraph graph() {
            return database.graph();
        }

        /** The heads of the database before. */
        NavigableSet<RevisionId> rows() {
            return graph().maximal(database.applied());
        }

        @Override
        public String toString() {
            return line() + " in a database at " + rows() + " of " + graph().nodes();
        }
    }

    /**
     * What Alembic does.
     *
     * @param error the class of its error; empty where it has a plan
     * @param text of its error
     * @param steps the revisions that run
     * @param rowsAfterEach the rows after each step; empty for a stamp
     * @param rows the rows afterwards
     */
    record Answer(
            String error,
            String text,
            List<RevisionId> steps,
            List<NavigableSet<RevisionId>> rowsAfterEach,
            NavigableSet<RevisionId> rows) {

        boolean isPlan() {
            return error.isEmpty();
        }

        /** What sort of error it is: its class, or where that says nothing the first words of its text. */
        String kind() {
            return error.equals("RevisionError") ? text.replaceAll("^(Not a valid|\\w+ \\w+).*", "$1") : error;
        }

        boolean isCrash() {
            return error.equals("AssertionError") || error.equals("KeyError");
        }
    }

    static List<World> worlds() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Conformance.class.getResourceAsStream("/conformance/graph.jsonl")),
                StandardCharsets.UTF_8))) {
            List<World> worlds = new ArrayList<>();
            for (String line : reader.lines().toList()) {
                worlds.add(world(JSON.readTree(line)));
            }
            return worlds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static World world(JsonNode json) {
        RevisionGraph graph = RevisionGraph.of(
                stream(json.get("revisions")).map(Conformance::node).toList());
        Scenario database = Scenario.at(graph, set(json.get("rows")));
        List<Case> cases = stream(json.get("cases"))
                .map(some -> new Case(
                        database,
                        some.get("command").asText(),
                        some.get("target").asText(),
                        answer(some.get("expect"))))
                .toList();
        return new World(database, set(json.get("heads")), set(json.get("bases")), cases);
    }

    private static RevisionNode node(JsonNode json) {
        String id = json.get("id").asText();
        return new RevisionNode(
                RevisionId.of(id),
                List.copyOf(ids(json.get("down"))),
                texts(json.get("dependsOn")),
                texts(json.get("labels")),
                "",
                "",
                id + ".sql");
    }

    private static Answer answer(JsonNode json) {
        if (json.has("error")) {
            return new Answer(
                    json.get("error").asText(), json.get("text").asText(), List.of(), List.of(), new TreeSet<>());
        }
        List<NavigableSet<RevisionId>> rowsAfterEach =
                stream(json.path("rowsAfterEach")).map(Conformance::set).toList();
        return new Answer("", "", ids(json.get("steps")), rowsAfterEach, set(json.get("rows")));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static List<RevisionId> ids(JsonNode array) {
        return texts(array).stream().map(RevisionId::of).toList();
    }

    private static NavigableSet<RevisionId> set(JsonNode array) {
        Collection<RevisionId> ids = ids(array);
        return new TreeSet<>(ids);
    }
}
