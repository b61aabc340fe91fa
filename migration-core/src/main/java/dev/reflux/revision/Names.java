package dev.reflux.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks up revisions by id, label, or the beginning of one.
 *
 * @param graph all revisions
 * @param asked what the user typed, of which the name is a part
 */
record Names(RevisionGraph graph, String asked) {

    /** The revision of that name. */
    RevisionId find(String name) {
        return exact(name).orElseGet(() -> oneOf(name, beginning(name, graph.ids())));
    }

    /** The revision of that name; of several that begin like that, the one on the branch of this revision. */
    RevisionId find(String name, RevisionId branch) {
        return exact(name).orElseGet(() -> {
            List<String> matches = beginning(name, graph.lineage(branch));
            return matches.isEmpty() ? find(name) : oneOf(name, matches);
        });
    }

    private Optional<RevisionId> exact(String name) {
        return Optional.ofNullable(graph.labels().get(name))
                .or(() -> graph.ids().stream()
                        .filter(id -> id.value().equals(name))
                        .findFirst());
    }

    private List<String> beginning(String name, Set<RevisionId> scope) {
        List<String> matches = new ArrayList<>();
        scope.stream().map(RevisionId::value).filter(id -> id.startsWith(name)).forEach(matches::add);
        graph.labels().forEach((label, id) -> {
            if (label.startsWith(name) && scope.contains(id)) {
                matches.add(label);
            }
        });
        return matches;
    }

    private RevisionId oneOf(String name, List<String> matches) {
        Set<RevisionId> found = new TreeSet<>();
        matches.forEach(match -> found.add(exact(match).orElseThrow()));
        if (found.isEmpty()) {
            throw new TargetException.Unknown(asked, name, all());
        }
        if (found.size() > 1) {
            throw new TargetException.Ambiguous(asked, name, matches);
        }
        return found.iterator().next();
    }

    private List<String> all() {
        List<String> names = new ArrayList<>(graph.labels().keySet());
        graph.ids().forEach(id -> names.add(id.value()));
        return names;
    }
}
