package dev.reflux.diff;

import static dev.reflux.diff.RuleExample.altered;
import static dev.reflux.diff.RuleExample.catalog;
import static dev.reflux.diff.RuleExample.created;
import static dev.reflux.diff.RuleExample.dropped;
import static dev.reflux.diff.RuleExample.hinting;
import static dev.reflux.diff.RuleExample.in;
import static dev.reflux.diff.RuleExample.object;
import static dev.reflux.diff.RuleExample.with;
import static dev.reflux.diff.RuleExample.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import org.junit.jupiter.api.Test;

/** Views, materialized views, and statistics. */
class ViewRulesTest {

    private static final CatalogObject OPEN = hinting(
            with(object(in(Kind.VIEW, "open")), "definition", " SELECT id\n   FROM shop.orders"),
            "columns",
            "id integer");
    private static final CatalogObject WIDER = hinting(
            with(OPEN, "definition", " SELECT id,\n    region\n   FROM shop.orders"),
            "columns",
            "id integer",
            "region text");

    private static final CatalogObject TOTALS = hinting(
            with(
                    object(in(Kind.MATERIALIZED_VIEW, "Totals")),
                    "definition",
                    " SELECT sum(total) AS sum\n   FROM shop.orders"),
            "columns",
            "sum numeric");

    @Test
    void view_isWritten_withItsOptions() {
        assertThat(created(OPEN)).isEqualTo("""
                        CREATE VIEW shop.open AS
                         SELECT id
                           FROM shop.orders""");
        assertThat(created(with(OPEN, "options", "security_barrier=true", "check_option=cascaded")))
                .isEqualTo("""
                        CREATE VIEW shop.open WITH (security_barrier=true, check_option=cascaded) AS
                         SELECT id
                           FROM shop.orders""");
        assertThat(dropped(OPEN)).isEqualTo("DROP VIEW shop.open");
    }

    @Test
    void view_withMoreColumns_isReplacedInPlace() {
        assertThat(altered(
                        with(OPEN, "options", "security_barrier=true"), with(WIDER, "options", "security_invoker=on")))
                .isEqualTo("""
                        CREATE OR REPLACE VIEW shop.open WITH (security_invoker=on) AS
                         SELECT id,
                            region
                           FROM shop.orders""");
    }

    @Test
    void view_withOtherColumns_isDroppedFirst() {
        CatalogObject renamed = hinting(WIDER, "columns", "number integer", "region text");

        assertThat(altered(WIDER, OPEN)).isEqualTo("replace");
        assertThat(altered(OPEN, renamed)).isEqualTo("replace");
    }

    @Test
    void view_withOtherOptions_keepsItsDefinition() {
        assertThat(altered(with(OPEN, "options", "security_barrier=true"), with(OPEN, "options", "check_option=local")))
                .isEqualTo("""
                        ALTER VIEW shop.open RESET (security_barrier);
                        ALTER VIEW shop.open SET (check_option=local)""");
    }

    @Test
    void materializedView_isWritten_withHowItIsStored() {
        CatalogObject stored = with(
                with(with(TOTALS, "options", "fillfactor=70"), "access_method", "heap2"), "tablespace", "pg_default");

        assertThat(created(TOTALS)).isEqualTo("""
                        CREATE MATERIALIZED VIEW shop."Totals" AS
                         SELECT sum(total) AS sum
                           FROM shop.orders""");
        assertThat(created(hinting(stored, "unpopulated", "true"))).isEqualTo("""
                        CREATE MATERIALIZED VIEW shop."Totals" USING heap2 WITH (fillfactor=70) TABLESPACE pg_default AS
                         SELECT sum(total) AS sum
                           FROM shop.orders
                        WITH NO DATA""");
        assertThat(dropped(TOTALS)).isEqualTo("DROP MATERIALIZED VIEW shop.\"Totals\"");
    }

    @Test
    void materializedView_isStoredElsewhere_inPlace() {
        CatalogObject stored = with(
                with(with(TOTALS, "options", "fillfactor=70"), "access_method", "heap2"), "tablespace", "pg_default");

        assertThat(altered(stored, TOTALS)).isEqualTo("""
                        ALTER MATERIALIZED VIEW shop."Totals" SET ACCESS METHOD heap;
                        ALTER MATERIALIZED VIEW shop."Totals" SET TABLESPACE pg_default;
                        ALTER MATERIALIZED VIEW shop."Totals" RESET (fillfactor)""");
        assertThat(altered(new KindRules.Pair(stored, TOTALS, catalog(14), catalog(14))))
                .isEqualTo("replace");
        assertThat(altered(TOTALS, with(TOTALS, "definition", " SELECT 1 AS sum")))
                .isEqualTo("replace");
    }

    @Test
    void statistics_changeTheirTargetInPlace() {
        CatalogObject statistics = with(
                object(in(Kind.STATISTICS, "by_region")),
                "definition",
                "CREATE STATISTICS shop.by_region (ndistinct) ON region, due FROM shop.orders");
        CatalogObject precise = with(statistics, "target", "500");

        assertThat(created(precise)).isEqualTo("""
                        CREATE STATISTICS shop.by_region (ndistinct) ON region, due FROM shop.orders;
                        ALTER STATISTICS shop.by_region SET STATISTICS 500""");
        assertThat(altered(statistics, precise)).isEqualTo("ALTER STATISTICS shop.by_region SET STATISTICS 500");
        assertThat(altered(precise, statistics)).isEqualTo("ALTER STATISTICS shop.by_region SET STATISTICS -1");
        assertThat(altered(statistics, without(statistics, "definition"))).isEqualTo("replace");
        assertThat(dropped(statistics)).isEqualTo("DROP STATISTICS shop.by_region");
    }
}
