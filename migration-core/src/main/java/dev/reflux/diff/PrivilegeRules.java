package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.List;
import java.util.Set;

/**
 * The privileges of one grantee on one object. A new object starts with those that PostgreSQL grants by itself.
 *
 * <p>What is revoked on a table is revoked on its columns too, so the privileges on columns are rebuilt then. What a grantee has
 * granted on stays in the way of a {@code REVOKE}; that is for the user to see, so there is no {@code CASCADE}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-revoke.html">REVOKE</a>
 */
final class PrivilegeRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return grants(object, catalog).between(builtin(object), privileges(object));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return grants(object, catalog).between(privileges(object), builtin(object));
    }

    @Override
    public Alteration alter(Pair pair) {
        List<String> statements =
                grants(pair.after(), pair.desired()).between(privileges(pair.before()), privileges(pair.after()));
        Alteration alteration = Alteration.inPlace(statements)
                .noting(grantOptionNotes(
                        privileges(pair.before()), pair.after().attributes().text("grantee"), statements));
        return statements.stream().anyMatch(statement -> statement.startsWith("REVOKE"))
                ? alteration.rebuilding(Set.of(Kind.PRIVILEGE))
                : alteration;
    }

    /** What may go wrong where something is revoked that could be granted on. */
    private static List<String> grantOptionNotes(List<String> before, String grantee, List<String> statements) {
        boolean grantable = before.stream().anyMatch(privilege -> privilege.endsWith("*"));
        boolean revoked = statements.stream().anyMatch(statement -> statement.contains("REVOKE "));
        return grantable && revoked
                ? List.of("PostgreSQL refuses this while others have the privileges from " + grantee + ".")
                : List.of();
    }

    private static List<String> privileges(CatalogObject object) {
        return object.attributes().list("privileges");
    }

    private static List<String> builtin(CatalogObject object) {
        return object.attributes().list("builtin");
    }

    private static Grants grants(CatalogObject object, Catalog catalog) {
        ObjectId owner = object.id().requireOwner();
        String grantee = object.attributes().text("grantee");
        if (owner.kind() == Kind.COLUMN) {
            String table = "TABLE " + owner.requireOwner().qualifiedName();
            return new Grants(table, " (" + owner.quotedName() + ")", grantee, List.of());
        }
        String word = word(owner.kind());
        List<String> all = PrivilegeWords.all(word, catalog.origin().majorVersion());
        return new Grants(word + " " + name(owner, catalog), "", grantee, all);
    }

    /** As a function an aggregate without arguments is named without them. */
    private static String name(ObjectId owner, Catalog catalog) {
        return owner.kind() == Kind.AGGREGATE ? owner.qualifiedName() : Reference.name(owner, catalog);
    }

    private static String word(Kind owner) {
        return switch (owner) {
            case VIEW, MATERIALIZED_VIEW -> "TABLE";
            case AGGREGATE -> "FUNCTION";
            case ENUM, RANGE, COMPOSITE -> "TYPE";
            default -> owner.name();
        };
    }
}
