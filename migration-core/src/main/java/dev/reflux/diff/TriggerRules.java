package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Triggers of tables and views.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
final class TriggerRules implements KindRules {

    private static final String CREATE = "CREATE TRIGGER ";

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return made(object, definition(object));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP " + Reference.of(object.id(), catalog));
    }

    @Override
    public Alteration alter(Pair pair) {
        CatalogObject after = pair.after();
        if (!pair.differsIn("definition")) {
            return Alteration.inPlace(setFiring(after));
        }
        return canBeReplacedInPlace(pair)
                ? Alteration.inPlace(made(after, definition(after).replaceFirst(CREATE, "CREATE OR REPLACE TRIGGER ")))
                : Alteration.replace();
    }

    /**
     * Constraint triggers cannot be replaced in place. On a partitioned table a trigger that was for each row would stay on the
     * partitions when it becomes one for each statement.
     */
    private static boolean canBeReplacedInPlace(Pair pair) {
        boolean partitioned = pair.live()
                .find(pair.before().id().requireOwner())
                .filter(table -> table.attributes().has("partition_key"))
                .isPresent();
        return !partitioned
                && definition(pair.before()).startsWith(CREATE)
                && definition(pair.after()).startsWith(CREATE);
    }

    /** A trigger that is made, or replaced in place, fires; how else it is to fire is said after that. */
    private static List<String> made(CatalogObject trigger, String definition) {
        List<String> statements = new ArrayList<>();
        statements.add(definition);
        if (Firing.isSet(trigger.attributes())) {
            statements.add(setFiring(trigger));
        }
        return statements;
    }

    private static String definition(CatalogObject trigger) {
        return trigger.attributes().text("definition").strip();
    }

    private static String setFiring(CatalogObject trigger) {
        return "ALTER TABLE " + trigger.id().requireOwner().qualifiedName() + " " + Firing.words(trigger.attributes())
                + " TRIGGER " + trigger.id().quotedName();
    }
}
