package dev.reflux.r2dbc.adopt;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.revision.Resolver;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import dev.reflux.revision.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which revisions the history of another tool stands for.
 *
 * @param history what the other tool says
 * @param matches for each of its versions, in their order
 */
public record Adoption(ForeignHistory history, List<Match> matches) {

    public Adoption {
        matches = List.copyOf(matches);
    }

    /**
     * A version and its revision.
     *
     * @param version of the other tool
     * @param revision empty if there is none
     * @param reason why this one
     */
    public record Match(ForeignVersion version, Optional<RevisionNode> revision, Reason reason) {}

    /** Why a version stands for a revision. */
    public enum Reason {
        /** The user says so. */
        MAPPING,
        /** They have the same name. */
        ID,
        /** They say that they do the same; somebody should confirm that. */
        MESSAGE,
        /** A later version has a revision, and that contains this one. */
        LATER,
        /** It has none. */
        NOTHING
    }

    /**
     * Finds the revisions. Pure.
     *
     * @param mapping from versions to revisions, as far as the user says so
     * @throws MigrationException if the mapping names a version or a revision that does not exist
     */
    public static Adoption of(RevisionGraph graph, ForeignHistory history, Map<String, String> mapping) {
        refuseUnknown(history, mapping);
        List<Match> matches = new ArrayList<>();
        history.versions().forEach(version -> matches.add(match(graph, version, mapping)));
        if (history.tool().isLinear()) {
            contain(matches);
        }
        return new Adoption(history, matches);
    }

    private static void refuseUnknown(ForeignHistory history, Map<String, String> mapping) {
        List<String> known =
                history.versions().stream().flatMap(ForeignVersion::names).toList();
        List<String> unknown = mapping.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            String names = Sentences.quotedAll(
                    history.versions().stream().map(ForeignVersion::name).toList());
            throw new MigrationException("The history of " + history.tool().word() + " has no "
                    + Sentences.quotedAll(unknown) + ".\nIt has " + (names.isEmpty() ? "nothing" : names) + ".");
        }
    }

    private static Match match(RevisionGraph graph, ForeignVersion version, Map<String, String> mapping) {
        Optional<String> said =
                version.names().filter(mapping::containsKey).map(mapping::get).findFirst();
        if (said.isPresent()) {
            return new Match(version, Optional.of(named(graph, version, said.get())), Reason.MAPPING);
        }
        Optional<RevisionNode> same = graph.nodes().stream()
                .filter(node -> version.names().anyMatch(node.id().value()::equals))
                .findFirst();
        if (same.isPresent()) {
            return new Match(version, same, Reason.ID);
        }
        String description = normalized(version.description());
        List<RevisionNode> alike = graph.nodes().stream()
                .filter(node ->
                        !description.isEmpty() && normalized(node.message()).equals(description))
                .toList();
        return alike.size() == 1
                ? new Match(version, Optional.of(alike.get(0)), Reason.MESSAGE)
                : new Match(version, Optional.empty(), Reason.NOTHING);
    }

    private static RevisionNode named(RevisionGraph graph, ForeignVersion version, String text) {
        NavigableSet<RevisionId> found = new Resolver(graph, Set.of()).revisions(Target.parse(text));
        if (found.size() != 1) {
            throw new MigrationException("The mapping of " + quoted(version.name()) + " has to name one revision, and "
                    + quoted(text) + " means " + (found.isEmpty() ? "none" : Sentences.quotedAll(found)) + ".");
        }
        return graph.node(found.first());
    }

    /** {@code Add-Phone_to  customers} and {@code add phone to customers} are the same. */
    private static String normalized(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static void contain(List<Match> matches) {
        boolean later = false;
        for (int i = matches.size() - 1; i >= 0; i--) {
            Match match = matches.get(i);
            if (match.revision().isEmpty() && later) {
                matches.set(i, new Match(match.version(), Optional.empty(), Reason.LATER));
            }
            later = later || match.revision().isPresent();
        }
    }

    /** The versions that no revision stands for. As long as there are any, nothing can be recorded. */
    public List<ForeignVersion> missing() {
        return matches.stream()
                .filter(match -> match.reason() == Reason.NOTHING)
                .map(Match::version)
                .toList();
    }

    /** The matches that are a guess. */
    public List<Match> guesses() {
        return matches.stream()
                .filter(match -> match.reason() == Reason.MESSAGE)
                .toList();
    }

    /** The revisions to be recorded; with all that they require. */
    public NavigableSet<RevisionId> revisions() {
        NavigableSet<RevisionId> ids = new TreeSet<>();
        matches.forEach(match -> match.revision().map(RevisionNode::id).ifPresent(ids::add));
        return ids;
    }
}
