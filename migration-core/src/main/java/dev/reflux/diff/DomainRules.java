package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Domains; their checks are parts. */
final class DomainRules implements KindRules {

    @Override
    public Set<Kind> absorbs() {
        return Set.of(Kind.DOMAIN_CHECK);
    }

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return create(object, List.of(), catalog);
    }

    @Override
    public List<String> create(CatalogObject object, List<CatalogObject> parts, Catalog catalog) {
        Attributes attributes = object.attributes();
        List<String> clauses = new ArrayList<>();
        attributes.find("collation").ifPresent(collation -> clauses.add("COLLATE " + collation));
        attributes.find("default").ifPresent(expression -> clauses.add("DEFAULT " + expression));
        if (attributes.has("not_null")) {
            clauses.add("NOT NULL");
        }
        List<String> later = new ArrayList<>();
        for (CatalogObject check : parts) {
            if (DomainCheckRules.isValid(check)) {
                clauses.add(DomainCheckRules.constraint(check));
            } else {
                later.addAll(new DomainCheckRules().create(check, catalog));
            }
        }
        List<String> statements = new ArrayList<>();
        statements.add(Layout.clauses(
                "CREATE DOMAIN " + object.id().qualifiedName() + " AS " + attributes.text("type"), clauses));
        statements.addAll(later);
        return statements;
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP DOMAIN " + object.id().qualifiedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        if (pair.differsIn("type", "collation")) {
            return Alteration.replace();
        }
        Attributes after = pair.after().attributes();
        String alter = "ALTER DOMAIN " + pair.after().id().qualifiedName();
        List<String> statements = new ArrayList<>();
        if (pair.differsIn("default")) {
            statements.add(alter
                    + after.find("default")
                            .map(expression -> " SET DEFAULT " + expression)
                            .orElse(" DROP DEFAULT"));
        }
        if (pair.differsIn("not_null")) {
            statements.add(alter + (after.has("not_null") ? " SET NOT NULL" : " DROP NOT NULL"));
        }
        return Alteration.inPlace(statements);
    }
}
