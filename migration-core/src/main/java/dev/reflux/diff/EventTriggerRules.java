package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Event triggers. */
final class EventTriggerRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        Attributes attributes = object.attributes();
        List<String> clauses = new ArrayList<>();
        clauses.add("ON " + attributes.text("event"));
        if (attributes.has("tags")) {
            List<String> tags =
                    attributes.list("tags").stream().map(Identifier::literal).toList();
            clauses.add("WHEN TAG IN (" + String.join(", ", tags) + ")");
        }
        clauses.add("EXECUTE FUNCTION " + attributes.text("function"));
        List<String> statements = new ArrayList<>();
        statements.add(Layout.clauses("CREATE EVENT TRIGGER " + object.id().quotedName(), clauses));
        if (Firing.isSet(attributes)) {
            statements.add(setFiring(object));
        }
        return statements;
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP EVENT TRIGGER " + object.id().quotedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        return pair.differsIn("event", "tags", "function")
                ? Alteration.replace()
                : Alteration.inPlace(setFiring(pair.after()));
    }

    private static String setFiring(CatalogObject trigger) {
        return "ALTER EVENT TRIGGER " + trigger.id().quotedName() + " " + Firing.words(trigger.attributes());
    }
}
