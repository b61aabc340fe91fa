package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.List;

/** The checks of domains. */
final class DomainCheckRules implements KindRules {

    private static final String NOT_VALID = " NOT VALID";

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return List.of(alterDomain(object) + " ADD " + constraint(object));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of(alterDomain(object) + " DROP CONSTRAINT " + object.id().quotedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        CatalogObject after = pair.after();
        boolean validated = definition(pair.before()).equals(definition(after) + NOT_VALID);
        return validated
                ? Alteration.inPlace(alterDomain(after) + " VALIDATE CONSTRAINT "
                        + after.id().quotedName())
                : Alteration.replace();
    }

    /** The check as {@code CREATE DOMAIN} and {@code ADD} take it. */
    static String constraint(CatalogObject check) {
        return "CONSTRAINT " + check.id().quotedName() + " " + definition(check);
    }

    /** Whether it holds for the values that are there already. */
    static boolean isValid(CatalogObject check) {
        return !definition(check).endsWith(NOT_VALID);
    }

    private static String definition(CatalogObject check) {
        return check.attributes().text("definition");
    }

    private static String alterDomain(CatalogObject check) {
        return "ALTER DOMAIN " + check.id().requireOwner().qualifiedName();
    }
}
