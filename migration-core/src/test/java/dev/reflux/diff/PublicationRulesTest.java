package dev.reflux.diff;

import static dev.reflux.diff.RuleExample.altered;
import static dev.reflux.diff.RuleExample.created;
import static dev.reflux.diff.RuleExample.dropped;
import static dev.reflux.diff.RuleExample.flagged;
import static dev.reflux.diff.RuleExample.in;
import static dev.reflux.diff.RuleExample.object;
import static dev.reflux.diff.RuleExample.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import org.junit.jupiter.api.Test;

class PublicationRulesTest {

    private static final CatalogObject CHANGES = with(
            object(ObjectId.global(Kind.PUBLICATION, "changes")),
            "operations",
            "insert",
            "update",
            "delete",
            "truncate");
    private static final CatalogObject ORDERS = object(RuleExample.ORDERS);
    private static final CatalogObject ODD_TABLE = object(in(Kind.TABLE, "odd table"));

    @Test
    void publication_isWritten_withWhatIsUnusual() {
        assertThat(created(CHANGES)).isEqualTo("CREATE PUBLICATION changes");
        assertThat(created(flagged(CHANGES, "all_tables"))).isEqualTo("CREATE PUBLICATION changes FOR ALL TABLES");
        assertThat(created(with(CHANGES, "operations", "insert")))
                .isEqualTo("CREATE PUBLICATION changes WITH (publish = 'insert')");
        assertThat(dropped(CHANGES)).isEqualTo("DROP PUBLICATION changes");
    }

    @Test
    void publication_names_tablesSchemasAndOptions() {
        CatalogObject objects =
                with(with(CHANGES, "tables", "shop.orders WHERE (id > 1)", "shop.\"odd table\""), "schemas", "public");

        assertThat(created(with(flagged(objects, "via_root"), "generated_columns", "stored")))
                .isEqualTo("""
                        CREATE PUBLICATION changes
                            FOR TABLE shop.orders WHERE (id > 1), shop."odd table", TABLES IN SCHEMA public
                            WITH (publish_via_partition_root = true, publish_generated_columns = stored)""");
    }

    @Test
    void publication_changesItsObjects_inPlace() {
        CatalogObject one = with(CHANGES, "tables", "shop.orders");
        CatalogObject two = with(CHANGES, "tables", "shop.orders", "shop.\"odd table\" (a)");
        CatalogObject filtered = with(CHANGES, "tables", "shop.orders WHERE (id > 1)");

        assertThat(altered(one, two)).isEqualTo("ALTER PUBLICATION changes ADD TABLE shop.\"odd table\" (a)");
        assertThat(altered(one, filtered)).isEqualTo("ALTER PUBLICATION changes SET TABLE shop.orders WHERE (id > 1)");
        assertThat(altered(filtered, with(CHANGES, "schemas", "public")))
                .isEqualTo("ALTER PUBLICATION changes SET TABLES IN SCHEMA public");
        assertThat(altered(two, CHANGES, ORDERS, ODD_TABLE))
                .isEqualTo("ALTER PUBLICATION changes DROP TABLE shop.orders, shop.\"odd table\"");
    }

    @Test
    void publication_ofADroppedTable_hasNothingToDo() {
        CatalogObject both = with(CHANGES, "tables", "shop.orders", "shop.gone");

        assertThat(altered(both, with(CHANGES, "tables", "shop.orders"), ORDERS))
                .isEmpty();
        assertThat(altered(both, CHANGES, ORDERS)).isEqualTo("ALTER PUBLICATION changes DROP TABLE shop.orders");
    }

    @Test
    void publication_ofTheRoot_isSoBeforeItsRowsAreFiltered() {
        CatalogObject plain = with(CHANGES, "tables", "shop.events");
        CatalogObject filtered = flagged(with(CHANGES, "tables", "shop.events WHERE (id > 1)"), "via_root");

        assertThat(altered(plain, filtered)).isEqualTo("""
                        ALTER PUBLICATION changes SET (publish_via_partition_root = true);
                        ALTER PUBLICATION changes SET TABLE shop.events WHERE (id > 1)""");
        assertThat(altered(filtered, plain)).isEqualTo("""
                        ALTER PUBLICATION changes SET TABLE shop.events;
                        ALTER PUBLICATION changes SET (publish_via_partition_root = false)""");
    }

    @Test
    void publication_changesItsOptions_butNotToAllTables() {
        assertThat(altered(
                        with(CHANGES, "generated_columns", "stored"), with(CHANGES, "operations", "insert", "update")))
                .isEqualTo(
                        "ALTER PUBLICATION changes SET (publish = 'insert, update', publish_generated_columns = none)");
        assertThat(altered(CHANGES, flagged(CHANGES, "all_tables"))).isEqualTo("replace");
    }
}
