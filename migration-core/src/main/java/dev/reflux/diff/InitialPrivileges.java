package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The privileges that a new object has by itself: what {@code ALTER DEFAULT PRIVILEGES} has set for the role that makes it.
 * Default privileges that are to disappear do so before objects are made, and new ones come after them; so those count that
 * are there before and after.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">ALTER DEFAULT PRIVILEGES</a>
 */
final class InitialPrivileges {

    private final Catalog live;
    private final List<CatalogObject> defaults;

    InitialPrivileges(Catalog live, Catalog desired) {
        String role = Identifier.quote(desired.origin().role());
        this.live = live;
        this.defaults = live.objects().stream()
                .filter(object -> object.kind() == Kind.DEFAULT_PRIVILEGE && desired.has(object.id()))
                .filter(object -> object.attributes().text("role").equals(role))
                .toList();
    }

    /** The privileges of a new object that are not those of every object of its kind, one for each grantee. */
    List<CatalogObject> of(ObjectId id) {
        Map<String, CatalogObject> byGrantee = new LinkedHashMap<>();
        String words = words(id.kind());
        for (CatalogObject settings : defaults) {
            if (settings.attributes().text("objects").equals(words) && appliesTo(settings, id)) {
                CatalogObject privileges = privileges(id, settings);
                byGrantee.merge(privileges.id().name(), privileges, InitialPrivileges::both);
            }
        }
        return List.copyOf(byGrantee.values());
    }

    private static boolean appliesTo(CatalogObject settings, ObjectId id) {
        String schema = id.schema().map(Identifier::quote).orElse("");
        return settings.attributes().find("schema").map(schema::equals).orElse(true);
    }

    private static CatalogObject privileges(ObjectId id, CatalogObject settings) {
        Attributes attributes = settings.attributes();
        String grantee = attributes.text("grantee");
        Attributes own = new Attributes(Map.of("grantee", List.of(grantee)))
                .with("privileges", attributes.list("privileges"))
                .with("builtin", attributes.list("builtin"));
        return new CatalogObject(id.child(Kind.PRIVILEGE, nameOf(grantee)), own, Attributes.NONE, settings.dependsOn());
    }

    private static String nameOf(String grantee) {
        if (grantee.equals("PUBLIC")) {
            return "public";
        }
        return grantee.startsWith("\"")
                ? grantee.substring(1, grantee.length() - 1).replace("\"\"", "\"")
                : grantee;
    }

    /** What is set for a schema adds to what is set for the role everywhere. */
    private static CatalogObject both(CatalogObject one, CatalogObject other) {
        TreeSet<String> privileges = new TreeSet<>(one.attributes().list("privileges"));
        privileges.addAll(other.attributes().list("privileges"));
        return one.withAttributes(one.attributes().with("privileges", new ArrayList<>(privileges)));
    }

    /** The statements that give an object its privileges from those that it has by itself. */
    List<String> statements(CatalogObject wanted, Catalog desired) {
        KindRules rules = Rules.of(Kind.PRIVILEGE);
        return of(wanted.id().requireOwner()).stream()
                .filter(initial -> initial.id().equals(wanted.id()))
                .findFirst()
                .map(initial -> initial.attributes().equals(wanted.attributes())
                        ? List.<String>of()
                        : rules.alter(new KindRules.Pair(initial, wanted, live, desired))
                                .statements())
                .orElseGet(() -> rules.create(wanted, desired));
    }

    /** The statements that take from a new object the privileges that it has by itself and is not to have. */
    List<String> revocations(ObjectId id, Catalog desired) {
        KindRules rules = Rules.of(Kind.PRIVILEGE);
        return of(id).stream()
                .filter(initial -> !desired.has(initial.id()))
                .flatMap(initial -> rules.drop(initial, desired).stream())
                .toList();
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> "TABLES";
            case SEQUENCE -> "SEQUENCES";
            case FUNCTION, PROCEDURE, AGGREGATE -> "FUNCTIONS";
            case ENUM, RANGE, COMPOSITE, DOMAIN -> "TYPES";
            case SCHEMA -> "SCHEMAS";
            default -> "";
        };
    }
}
