package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import java.util.ArrayList;
import java.util.List;

/** Constraints of tables. */
final class ConstraintRules implements KindRules {

    private static final String NOT_VALID = " NOT VALID";

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        List<String> statements = new ArrayList<>();
        statements.add(alterTable(object) + " ADD " + definition(object));
        statements.addAll(settings(object));
        return statements;
    }

    /** The constraint as {@code CREATE TABLE} and {@code ADD} take it. */
    static String definition(CatalogObject object) {
        return "CONSTRAINT " + object.id().quotedName() + " " + withIndexParameters(object.attributes());
    }

    /** The parameters of the index stand before what makes a constraint deferrable, and before {@code WHERE}. */
    private static String withIndexParameters(Attributes attributes) {
        String definition = attributes.text("definition");
        StringBuilder parameters = new StringBuilder();
        if (attributes.has("options")) {
            parameters
                    .append(" WITH (")
                    .append(String.join(", ", attributes.list("options")))
                    .append(')');
        }
        attributes
                .find("tablespace")
                .ifPresent(name -> parameters.append(" USING INDEX TABLESPACE ").append(name));
        int place = parameters.isEmpty() ? definition.length() : endOfColumns(definition);
        return definition.substring(0, place) + parameters + definition.substring(place);
    }

    private static int endOfColumns(String definition) {
        int end = definition.length();
        for (String follower : List.of(" WHERE (", " DEFERRABLE", " INITIALLY ")) {
            int at = definition.lastIndexOf(follower);
            end = at < 0 ? end : Math.min(end, at);
        }
        return end;
    }

    /** What only {@code ALTER TABLE} can say of a constraint. */
    static List<String> settings(CatalogObject object) {
        return object.attributes().has("clustered")
                ? List.of(alterTable(object) + " CLUSTER ON " + object.id().quotedName())
                : List.of();
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of(alterTable(object) + " DROP CONSTRAINT " + object.id().quotedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        if ((pair.differsIn("definition") && !isValidated(pair)) || pair.differsIn("tablespace")) {
            return Alteration.replace();
        }
        List<String> statements = new ArrayList<>();
        if (pair.differsIn("definition")) {
            statements.add(alterTable(pair.after()) + " VALIDATE CONSTRAINT "
                    + pair.after().id().quotedName());
        }
        statements.addAll(OptionChange.of(pair, "options").statements(indexOf(pair.after())));
        if (pair.differsIn("clustered")) {
            statements.addAll(
                    pair.after().attributes().has("clustered")
                            ? settings(pair.after())
                            : List.of(alterTable(pair.after()) + " SET WITHOUT CLUSTER"));
        }
        return Alteration.inPlace(statements);
    }

    private static boolean isValidated(Pair pair) {
        Kind kind = pair.after().kind();
        String before = pair.before().attributes().text("definition");
        return (kind == Kind.CHECK || kind == Kind.FOREIGN_KEY)
                && before.equals(pair.after().attributes().text("definition") + NOT_VALID);
    }

    private static String indexOf(CatalogObject constraint) {
        return "ALTER INDEX " + constraint.id().qualifiedName();
    }

    private static String alterTable(CatalogObject object) {
        return "ALTER TABLE " + object.id().requireOwner().qualifiedName();
    }
}
