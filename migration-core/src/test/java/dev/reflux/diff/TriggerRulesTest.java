package dev.reflux.diff;

import static dev.reflux.diff.RuleExample.ORDERS;
import static dev.reflux.diff.RuleExample.altered;
import static dev.reflux.diff.RuleExample.created;
import static dev.reflux.diff.RuleExample.dropped;
import static dev.reflux.diff.RuleExample.object;
import static dev.reflux.diff.RuleExample.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import org.junit.jupiter.api.Test;

/** Triggers, rules, and event triggers. */
class TriggerRulesTest {

    private static final CatalogObject STAMP = with(
            object(ORDERS.child(Kind.TRIGGER, "Stamp")),
            "definition",
            "CREATE TRIGGER \"Stamp\" BEFORE INSERT ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.stamp()");
    private static final CatalogObject LATER =
            with(STAMP, "definition", STAMP.attributes().text("definition").replace("BEFORE", "AFTER"));
    private static final CatalogObject CONSTRAINT = with(
            STAMP,
            "definition",
            "CREATE CONSTRAINT TRIGGER \"Stamp\" AFTER INSERT ON shop.orders NOT DEFERRABLE INITIALLY IMMEDIATE"
                    + " FOR EACH ROW EXECUTE FUNCTION shop.stamp()");

    private static final CatalogObject KEEP = with(
            object(ORDERS.child(Kind.RULE, "keep")),
            "definition",
            "CREATE RULE keep AS\n    ON DELETE TO shop.orders DO INSTEAD NOTHING");

    private static final CatalogObject AUDIT = with(
            with(
                    with(object(ObjectId.global(Kind.EVENT_TRIGGER, "audit")), "event", "ddl_command_end"),
                    "tags",
                    "CREATE TABLE",
                    "ALTER TABLE"),
            "function",
            "shop.audit()");

    @Test
    void trigger_thatDoesNotFire_isDisabledAfterItIsMade() {
        assertThat(created(STAMP)).isEqualTo(STAMP.attributes().text("definition"));
        assertThat(created(with(STAMP, "enabled", "DISABLED"))).isEqualTo("""
                        CREATE TRIGGER "Stamp" BEFORE INSERT ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.stamp();
                        ALTER TABLE shop.orders DISABLE TRIGGER "Stamp\"""");
        assertThat(dropped(STAMP)).isEqualTo("DROP TRIGGER \"Stamp\" ON shop.orders");
    }

    @Test
    void trigger_thatFiresAtOtherTimes_changesInPlace() {
        CatalogObject disabled = with(STAMP, "enabled", "DISABLED");

        assertThat(altered(disabled, STAMP)).isEqualTo("ALTER TABLE shop.orders ENABLE TRIGGER \"Stamp\"");
        assertThat(altered(STAMP, with(STAMP, "enabled", "REPLICA")))
                .isEqualTo("ALTER TABLE shop.orders ENABLE REPLICA TRIGGER \"Stamp\"");
        assertThat(altered(STAMP, with(STAMP, "enabled", "ALWAYS")))
                .isEqualTo("ALTER TABLE shop.orders ENABLE ALWAYS TRIGGER \"Stamp\"");
    }

    @Test
    void trigger_withAnotherDefinition_isReplacedInPlace_andDisabledAgain() {
        assertThat(altered(with(STAMP, "enabled", "DISABLED"), with(LATER, "enabled", "DISABLED")))
                .isEqualTo("""
                        CREATE OR REPLACE TRIGGER "Stamp" AFTER INSERT ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.stamp();
                        ALTER TABLE shop.orders DISABLE TRIGGER "Stamp\"""");
    }

    @Test
    void trigger_ofAConstraint_orOfPartitions_isDroppedFirst() {
        CatalogObject partitioned = with(object(ORDERS), "partition_key", "LIST (region)");

        assertThat(altered(CONSTRAINT, STAMP)).isEqualTo("replace");
        assertThat(altered(STAMP, CONSTRAINT)).isEqualTo("replace");
        assertThat(altered(STAMP, LATER, partitioned)).isEqualTo("replace");
    }

    @Test
    void rule_isReplacedInPlace() {
        String definition = KEEP.attributes().text("definition");

        assertThat(created(with(KEEP, "enabled", "ALWAYS"))).isEqualTo("""
                        CREATE RULE keep AS
                            ON DELETE TO shop.orders DO INSTEAD NOTHING;
                        ALTER TABLE shop.orders ENABLE ALWAYS RULE keep""");
        assertThat(altered(KEEP, with(KEEP, "definition", definition.replace("DELETE", "UPDATE"))))
                .isEqualTo("""
                        CREATE OR REPLACE RULE keep AS
                            ON UPDATE TO shop.orders DO INSTEAD NOTHING""");
        assertThat(altered(KEEP, with(KEEP, "enabled", "DISABLED")))
                .isEqualTo("ALTER TABLE shop.orders DISABLE RULE keep");
        assertThat(dropped(KEEP)).isEqualTo("DROP RULE keep ON shop.orders");
    }

    @Test
    void eventTrigger_isReplaced_butForWhenItFires() {
        assertThat(created(with(AUDIT, "enabled", "DISABLED"))).isEqualTo("""
                        CREATE EVENT TRIGGER audit
                            ON ddl_command_end
                            WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE')
                            EXECUTE FUNCTION shop.audit();
                        ALTER EVENT TRIGGER audit DISABLE""");
        assertThat(altered(AUDIT, with(AUDIT, "enabled", "REPLICA")))
                .isEqualTo("ALTER EVENT TRIGGER audit ENABLE REPLICA");
        assertThat(altered(with(AUDIT, "enabled", "REPLICA"), AUDIT)).isEqualTo("ALTER EVENT TRIGGER audit ENABLE");
        assertThat(altered(AUDIT, with(AUDIT, "tags", "DROP TABLE"))).isEqualTo("replace");
        assertThat(dropped(AUDIT)).isEqualTo("DROP EVENT TRIGGER audit");
    }
}
