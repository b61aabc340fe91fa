package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;

/** How statements name objects that exist: {@code TABLE shop.orders}, {@code TRIGGER stamp ON shop.orders}. */
final class Reference {

    private Reference() {}

    /**
     * The words for the kind, and the name, as {@code DROP} and {@code COMMENT ON} take them.
     *
     * @param catalog where the object is
     */
    static String of(ObjectId id, Catalog catalog) {
        return words(id.kind()) + " " + name(id, catalog);
    }

    /** The name alone; that of a procedure has all its arguments, for its name may stand for several without them. */
    static String name(ObjectId id, Catalog catalog) {
        return switch (id.kind()) {
            case COLUMN -> id.requireOwner().qualifiedName() + "." + id.quotedName();
            case DOMAIN_CHECK ->
                id.quotedName() + " ON DOMAIN " + id.requireOwner().qualifiedName();
            case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY, RULE, TRIGGER, POLICY ->
                id.quotedName() + " ON " + id.requireOwner().qualifiedName();
            case CAST -> "(" + id.name() + ")";
            case AGGREGATE -> id.qualifiedName().replaceFirst("\\(\\)$", "(*)");
            case PROCEDURE -> catalog.find(id).map(Reference::withArguments).orElse(id.qualifiedName());
            default -> id.qualifiedName();
        };
    }

    private static String withArguments(CatalogObject procedure) {
        String name = procedure.id().qualifiedName();
        return procedure
                .attributes()
                .find("arguments")
                .map(arguments -> bareName(name) + "(" + arguments + ")")
                .orElse(name);
    }

    /** The name of a routine without the list of types, which begins at the first parenthesis outside of quotes. */
    static String bareName(String name) {
        boolean quoted = false;
        int at = 0;
        while (quoted || name.charAt(at) != '(') {
            quoted ^= name.charAt(at) == '"';
            at++;
        }
        return name.substring(0, at);
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case ENUM, RANGE, COMPOSITE -> "TYPE";
            case DOMAIN_CHECK, PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY -> "CONSTRAINT";
            default -> kind.name().replace('_', ' ');
        };
    }
}
