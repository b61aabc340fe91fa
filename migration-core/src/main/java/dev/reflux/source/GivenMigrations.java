package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.Migration;
import dev.reflux.MigrationException;
import dev.reflux.Revision;
import java.util.List;
import java.util.Optional;

/**
 * Migrations that the caller has in hand.
 *
 * @param instances used as they are, by every run
 */
record GivenMigrations(List<Migration> instances) implements FoundMigrations {

    GivenMigrations {
        instances = List.copyOf(instances);
    }

    @Override
    public Findings find() {
        Findings findings = new Findings();
        instances.forEach(instance -> add(instance, findings));
        return findings;
    }

    private static void add(Migration instance, Findings findings) {
        Class<? extends Migration> type = instance.getClass();
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            findings.addUnidentified(unannotated(type));
            return;
        }
        try {
            findings.add(new LoadedRevision(
                    RevisionClass.node(revision, type.getName()),
                    new MigrationCode.JavaCode(type, () -> instance),
                    RevisionClass.mode(revision),
                    Optional.empty()));
        } catch (MigrationException e) {
            findings.addUnidentified(type.getName() + ": " + e.getMessage());
        }
    }

    static String unannotated(Class<?> type) {
        return "The class " + quoted(type.getName()) + " does not say which revision it is."
                + " Annotate it: @Revision(id = \"…\")";
    }
}
