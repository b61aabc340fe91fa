package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;

/** Rules that rewrite queries. */
final class RuleRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        List<String> statements = new ArrayList<>();
        statements.add(definition(object));
        if (Firing.isSet(object.attributes())) {
            statements.add(setFiring(object));
        }
        return statements;
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP " + Reference.of(object.id(), catalog));
    }

    /** Replacing a rule leaves it disabled if it was. */
    @Override
    public Alteration alter(Pair pair) {
        List<String> statements = new ArrayList<>();
        if (pair.differsIn("definition")) {
            statements.add(definition(pair.after()).replaceFirst("^CREATE ", "CREATE OR REPLACE "));
        }
        if (pair.differsIn("enabled")) {
            statements.add(setFiring(pair.after()));
        }
        return Alteration.inPlace(statements);
    }

    private static String definition(CatalogObject rule) {
        return rule.attributes().text("definition").strip();
    }

    private static String setFiring(CatalogObject rule) {
        return "ALTER TABLE " + rule.id().requireOwner().qualifiedName() + " " + Firing.words(rule.attributes())
                + " RULE " + rule.id().quotedName();
    }
}
