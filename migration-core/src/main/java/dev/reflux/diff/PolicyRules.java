package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Policies of row security. Roles and expressions change in place; an expression cannot be taken away.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterpolicy.html">ALTER POLICY</a>
 */
final class PolicyRules implements KindRules {

    private static final List<String> EVERYBODY = List.of("PUBLIC");

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        Attributes attributes = object.attributes();
        List<String> clauses = new ArrayList<>();
        if (attributes.has("restrictive")) {
            clauses.add("AS RESTRICTIVE");
        }
        if (!attributes.text("command").equals("ALL")) {
            clauses.add("FOR " + attributes.text("command"));
        }
        if (!attributes.list("roles").equals(EVERYBODY)) {
            clauses.add(roles(attributes));
        }
        using(attributes).ifPresent(clauses::add);
        check(attributes).ifPresent(clauses::add);
        return List.of(Layout.clauses("CREATE " + Reference.of(object.id(), catalog), clauses));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP " + Reference.of(object.id(), catalog));
    }

    @Override
    public Alteration alter(Pair pair) {
        if (pair.differsIn("restrictive", "command") || loses(pair, "using") || loses(pair, "check")) {
            return Alteration.replace();
        }
        Attributes after = pair.after().attributes();
        List<String> clauses = new ArrayList<>();
        if (pair.differsIn("roles")) {
            clauses.add(roles(after));
        }
        if (pair.differsIn("using")) {
            using(after).ifPresent(clauses::add);
        }
        if (pair.differsIn("check")) {
            check(after).ifPresent(clauses::add);
        }
        return Alteration.inPlace(
                Layout.clauses("ALTER " + Reference.of(pair.after().id(), pair.desired()), clauses));
    }

    private static boolean loses(Pair pair, String attribute) {
        return pair.before().attributes().has(attribute)
                && !pair.after().attributes().has(attribute);
    }

    private static String roles(Attributes attributes) {
        return "TO " + String.join(", ", attributes.list("roles"));
    }

    private static Optional<String> using(Attributes attributes) {
        return attributes.find("using").map(expression -> "USING " + Parentheses.around(expression));
    }

    private static Optional<String> check(Attributes attributes) {
        return attributes.find("check").map(expression -> "WITH CHECK " + Parentheses.around(expression));
    }
}
