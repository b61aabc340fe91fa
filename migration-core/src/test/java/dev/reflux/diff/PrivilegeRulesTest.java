package dev.reflux.diff;

import static dev.reflux.diff.RuleExample.altered;
import static dev.reflux.diff.RuleExample.catalog;
import static dev.reflux.diff.RuleExample.created;
import static dev.reflux.diff.RuleExample.dropped;
import static dev.reflux.diff.RuleExample.in;
import static dev.reflux.diff.RuleExample.object;
import static dev.reflux.diff.RuleExample.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import org.junit.jupiter.api.Test;

/** Privileges, and default privileges. */
class PrivilegeRulesTest {

    private static final String REBUILDS = "\n-- rebuilds: privileges";

    private static final ObjectId ROUNDED = in(Kind.FUNCTION, "rounded(numeric,integer)");

    @Test
    void privileges_areGranted_inOneStatementForEachSort() {
        assertThat(created(app(RuleExample.ORDERS, "INSERT", "SELECT*", "UPDATE*")))
                .isEqualTo("""
                        GRANT INSERT ON TABLE shop.orders TO app;
                        GRANT SELECT, UPDATE ON TABLE shop.orders TO app WITH GRANT OPTION""");
        assertThat(dropped(app(RuleExample.ORDERS, "INSERT", "SELECT*")))
                .isEqualTo("REVOKE INSERT, SELECT ON TABLE shop.orders FROM app");
    }

    @Test
    void privileges_thatAreComplete_areAll() {
        String[] until16 = {"DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE"};
        CatalogObject all = app(RuleExample.ORDERS, until16);

        assertThat(Rules.of(Kind.PRIVILEGE).create(all, catalog(16)))
                .containsExactly("GRANT ALL ON TABLE shop.orders TO app");
        assertThat(created(all)).contains("TRUNCATE, UPDATE ON TABLE");
        assertThat(created(app(in(Kind.SEQUENCE, "numbers"), "SELECT*", "UPDATE*", "USAGE*")))
                .isEqualTo("GRANT ALL ON SEQUENCE shop.numbers TO app WITH GRANT OPTION");
    }

    @Test
    void privileges_startFromWhatPostgresGrants() {
        CatalogObject revoked = with(everybody(ROUNDED), "builtin", "EXECUTE");
        CatalogObject extended = with(app(ObjectId.schema("public"), "CREATE", "USAGE*"), "builtin", "USAGE");

        assertThat(created(revoked)).isEqualTo("REVOKE EXECUTE ON FUNCTION shop.rounded(numeric,integer) FROM PUBLIC");
        assertThat(dropped(revoked)).isEqualTo("GRANT EXECUTE ON FUNCTION shop.rounded(numeric,integer) TO PUBLIC");
        assertThat(created(extended)).isEqualTo("""
                        GRANT CREATE ON SCHEMA public TO app;
                        GRANT USAGE ON SCHEMA public TO app WITH GRANT OPTION""");
        assertThat(dropped(extended)).isEqualTo("""
                        REVOKE CREATE ON SCHEMA public FROM app;
                        REVOKE GRANT OPTION FOR USAGE ON SCHEMA public FROM app""");
    }

    @Test
    void privileges_change_withTheLeastStatements() {
        CatalogObject before = app(RuleExample.ORDERS, "DELETE*", "INSERT", "SELECT*", "TRIGGER");
        CatalogObject after = app(RuleExample.ORDERS, "INSERT*", "SELECT", "TRIGGER", "UPDATE");

        assertThat(altered(before, after)).isEqualTo("""
                        REVOKE DELETE ON TABLE shop.orders FROM app;
                        REVOKE GRANT OPTION FOR SELECT ON TABLE shop.orders FROM app;
                        GRANT UPDATE ON TABLE shop.orders TO app;
                        GRANT INSERT ON TABLE shop.orders TO app WITH GRANT OPTION""" + REBUILDS + """

                        -- PostgreSQL refuses this while others have the privileges from app.""");
        assertThat(altered(app(RuleExample.ORDERS, "SELECT"), app(RuleExample.ORDERS, "INSERT", "SELECT")))
                .isEqualTo("GRANT INSERT ON TABLE shop.orders TO app");
    }

    @Test
    void privileges_onColumns_nameThemInTheTable() {
        CatalogObject column = app(RuleExample.ORDERS.child(Kind.COLUMN, "Due"), "SELECT", "UPDATE");

        assertThat(created(column)).isEqualTo("GRANT SELECT (\"Due\"), UPDATE (\"Due\") ON TABLE shop.orders TO app");
        assertThat(dropped(column))
                .isEqualTo("REVOKE SELECT (\"Due\"), UPDATE (\"Due\") ON TABLE shop.orders FROM app");
    }

    @Test
    void privileges_onColumns_dependOnThoseOnTheTable() {
        CatalogObject table = app(RuleExample.ORDERS, "INSERT", "SELECT*");
        CatalogObject due = app(RuleExample.ORDERS.child(Kind.COLUMN, "due"), "SELECT");
        CatalogObject region = app(RuleExample.ORDERS.child(Kind.COLUMN, "region"), "UPDATE");

        Catalog linked = ColumnPrivileges.linked(catalog(table, due, region));

        assertThat(linked.find(due.id()).orElseThrow().dependsOn()).containsExactly(table.id());
        assertThat(linked.find(region.id()).orElseThrow().dependsOn()).isEmpty();
        assertThat(linked.find(table.id())).contains(table);
    }

    @Test
    void privileges_ofEachKind_haveTheWordsOfGrant() {
        CatalogObject archive = with(object(in(Kind.PROCEDURE, "archive(date)")), "arguments", "IN before date");

        assertThat(created(app(in(Kind.VIEW, "open"), "SELECT"))).contains("ON TABLE shop.open TO");
        assertThat(created(app(in(Kind.MATERIALIZED_VIEW, "totals"), "SELECT"))).contains("ON TABLE shop.totals TO");
        assertThat(created(app(in(Kind.ENUM, "state"), "USAGE"))).contains("ON TYPE shop.state TO");
        assertThat(created(app(in(Kind.RANGE, "span"), "USAGE"))).contains("ON TYPE shop.span TO");
        assertThat(created(app(in(Kind.COMPOSITE, "address"), "USAGE"))).contains("ON TYPE shop.address TO");
        assertThat(created(app(in(Kind.DOMAIN, "email"), "USAGE"))).contains("ON DOMAIN shop.email TO");
        assertThat(created(app(in(Kind.AGGREGATE, "many()"), "EXECUTE"))).contains("ON FUNCTION shop.many() TO");
        assertThat(created(app(archive.id(), "EXECUTE"), archive))
                .contains("ON PROCEDURE shop.archive(IN before date) TO");
    }

    @Test
    void defaultPrivileges_nameRoleAndSchema() {
        CatalogObject inSchema = with(defaults("TABLES", "app", "INSERT*", "SELECT"), "schema", "shop");
        CatalogObject everywhere = with(with(defaults("FUNCTIONS", "PUBLIC"), "builtin", "EXECUTE"), "privileges");

        assertThat(created(inSchema)).isEqualTo("""
                        ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA shop GRANT SELECT ON TABLES TO app;
                        ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA shop
                            GRANT INSERT ON TABLES TO app WITH GRANT OPTION""");
        assertThat(created(everywhere))
                .isEqualTo("ALTER DEFAULT PRIVILEGES FOR ROLE owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
        assertThat(dropped(everywhere))
                .isEqualTo("ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC");
        assertThat(altered(inSchema, with(inSchema, "privileges", "INSERT"))).isEqualTo("""
                        ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA shop REVOKE SELECT ON TABLES FROM app;
                        ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA shop
                            REVOKE GRANT OPTION FOR INSERT ON TABLES FROM app""");
        assertThat(created(defaults("SCHEMAS", "app", "CREATE", "USAGE")))
                .isEqualTo("ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT ALL ON SCHEMAS TO app");
        assertThat(created(defaults("SEQUENCES", "app", "USAGE"))).endsWith(" GRANT USAGE ON SEQUENCES TO app");
        assertThat(created(defaults("LARGE OBJECTS", "app", "SELECT"))).endsWith("ON LARGE OBJECTS TO app");
    }

    private static CatalogObject app(ObjectId owner, String... privileges) {
        return with(with(object(owner.child(Kind.PRIVILEGE, "app")), "grantee", "app"), "privileges", privileges);
    }

    private static CatalogObject everybody(ObjectId owner) {
        return with(object(owner.child(Kind.PRIVILEGE, "public")), "grantee", "PUBLIC");
    }

    private static CatalogObject defaults(String objects, String grantee, String... privileges) {
        CatalogObject object = object(ObjectId.global(Kind.DEFAULT_PRIVILEGE, "owner//" + objects + "/" + grantee));
        return with(
                with(with(with(object, "role", "owner"), "objects", objects), "grantee", grantee),
                "privileges",
                privileges);
    }
}
