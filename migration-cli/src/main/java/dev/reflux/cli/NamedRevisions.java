package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.revision.Resolver;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Target;
import dev.reflux.source.LoadedMigrations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the revisions that somebody wants to look at.
 *
 * @param invocation the command
 * @param migrations all revisions
 */
record NamedRevisions(Invocation invocation, LoadedMigrations migrations) {

    /**
     * Those that the texts mean, in their order. Asks the database if one of them counts from there.
     *
     * @throws MigrationException if a text means none
     */
    List<RevisionNode> of(List<String> texts) {
        List<Target> targets = texts.stream().map(Target::parse).toList();
        Resolver resolver = new Resolver(migrations.graph(), applied(targets));
        Set<RevisionNode> found = new LinkedHashSet<>();
        for (Target target : targets) {
            Set<RevisionId> ids = resolver.revisions(target);
            if (ids.isEmpty()) {
                throw new MigrationException("There is no revision to show for " + quoted(target) + ": "
                        + (mentionsCurrent(target)
                                ? "nothing is applied to the database."
                                : "it is the place before the first revision.")
                        + " All revisions: reflux history");
            }
            ids.forEach(id -> found.add(migrations.graph().node(id)));
        }
        return List.copyOf(found);
    }

    private Set<RevisionId> applied(List<Target> targets) {
        if (targets.stream().noneMatch(NamedRevisions::mentionsCurrent)) {
            return Set.of();
        }
        try (Database database = Database.of(invocation)) {
            return database.status(migrations).applied();
        }
    }

    /** Whether a target can be told only with a look at the database. */
    static boolean mentionsCurrent(Target target) {
        return target.symbol().filter("current"::equals).isPresent();
    }
}
