package dev.reflux.diff;

import static dev.reflux.diff.RuleExample.ORDERS;
import static dev.reflux.diff.RuleExample.altered;
import static dev.reflux.diff.RuleExample.created;
import static dev.reflux.diff.RuleExample.dropped;
import static dev.reflux.diff.RuleExample.in;
import static dev.reflux.diff.RuleExample.object;
import static dev.reflux.diff.RuleExample.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Comments, schemas and extensions. */
class CommentRulesTest {

    @Test
    void comment_isSetChangedAndTakenAway() {
        CatalogObject comment = commentOn(ORDERS);

        assertThat(created(comment)).isEqualTo("COMMENT ON TABLE shop.orders IS 'it''s'");
        assertThat(altered(comment, with(comment, "text", "a\\b\nc")))
                .isEqualTo("COMMENT ON TABLE shop.orders IS E'a\\\\b\nc'");
        assertThat(dropped(comment)).isEqualTo("COMMENT ON TABLE shop.orders IS NULL");
    }

    @Test
    void comment_namesItsObject_inTheWordsOfItsKind() {
        List<ObjectId> owners = List.of(
                ObjectId.schema("shop"),
                ObjectId.global(Kind.EXTENSION, "uuid-ossp"),
                in(Kind.COLLATION, "German"),
                in(Kind.ENUM, "state"),
                in(Kind.RANGE, "span"),
                in(Kind.COMPOSITE, "address"),
                in(Kind.DOMAIN, "email"),
                in(Kind.DOMAIN, "email").child(Kind.DOMAIN_CHECK, "has @"),
                in(Kind.SEQUENCE, "numbers"),
                in(Kind.FUNCTION, "rounded(numeric,integer)"),
                in(Kind.PROCEDURE, "archive(date)"),
                in(Kind.AGGREGATE, "many()"),
                ORDERS,
                ORDERS.child(Kind.COLUMN, "Due"),
                ORDERS.child(Kind.PRIMARY_KEY, "orders_pkey"),
                ORDERS.child(Kind.UNIQUE, "orders_u"),
                ORDERS.child(Kind.CHECK, "orders_c"),
                ORDERS.child(Kind.EXCLUSION, "orders_x"),
                ORDERS.child(Kind.FOREIGN_KEY, "orders_f"),
                ORDERS.child(Kind.INDEX, "orders_i"),
                in(Kind.STATISTICS, "by_region"),
                in(Kind.VIEW, "open"),
                in(Kind.MATERIALIZED_VIEW, "Totals"),
                ORDERS.child(Kind.RULE, "keep"),
                ORDERS.child(Kind.TRIGGER, "Stamp"),
                ORDERS.child(Kind.POLICY, "own"),
                ObjectId.global(Kind.CAST, "shop.state AS shop.address"),
                ObjectId.global(Kind.PUBLICATION, "changes"),
                ObjectId.global(Kind.EVENT_TRIGGER, "audit"));

        assertThat(owners.stream().map(id -> dropped(commentOn(id))).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        COMMENT ON SCHEMA shop IS NULL
                        COMMENT ON EXTENSION "uuid-ossp" IS NULL
                        COMMENT ON COLLATION shop."German" IS NULL
                        COMMENT ON TYPE shop.state IS NULL
                        COMMENT ON TYPE shop.span IS NULL
                        COMMENT ON TYPE shop.address IS NULL
                        COMMENT ON DOMAIN shop.email IS NULL
                        COMMENT ON CONSTRAINT "has @" ON DOMAIN shop.email IS NULL
                        COMMENT ON SEQUENCE shop.numbers IS NULL
                        COMMENT ON FUNCTION shop.rounded(numeric,integer) IS NULL
                        COMMENT ON PROCEDURE shop.archive(date) IS NULL
                        COMMENT ON AGGREGATE shop.many(*) IS NULL
                        COMMENT ON TABLE shop.orders IS NULL
                        COMMENT ON COLUMN shop.orders."Due" IS NULL
                        COMMENT ON CONSTRAINT orders_pkey ON shop.orders IS NULL
                        COMMENT ON CONSTRAINT orders_u ON shop.orders IS NULL
                        COMMENT ON CONSTRAINT orders_c ON shop.orders IS NULL
                        COMMENT ON CONSTRAINT orders_x ON shop.orders IS NULL
                        COMMENT ON CONSTRAINT orders_f ON shop.orders IS NULL
                        COMMENT ON INDEX shop.orders_i IS NULL
                        COMMENT ON STATISTICS shop.by_region IS NULL
                        COMMENT ON VIEW shop.open IS NULL
                        COMMENT ON MATERIALIZED VIEW shop."Totals" IS NULL
                        COMMENT ON RULE keep ON shop.orders IS NULL
                        COMMENT ON TRIGGER "Stamp" ON shop.orders IS NULL
                        COMMENT ON POLICY own ON shop.orders IS NULL
                        COMMENT ON CAST (shop.state AS shop.address) IS NULL
                        COMMENT ON PUBLICATION changes IS NULL
                        COMMENT ON EVENT TRIGGER audit IS NULL""");
    }

    @Test
    void schema_isItsName() {
        CatalogObject schema = object(ObjectId.schema("My shop"));

        assertThat(created(schema)).isEqualTo("CREATE SCHEMA \"My shop\"");
        assertThat(dropped(schema)).isEqualTo("DROP SCHEMA \"My shop\"");
    }

    @Test
    void extension_isMadeInItsSchema_andMoved() {
        CatalogObject extension = with(object(ObjectId.global(Kind.EXTENSION, "uuid-ossp")), "schema", "public");

        assertThat(created(extension)).isEqualTo("CREATE EXTENSION \"uuid-ossp\" WITH SCHEMA public");
        assertThat(dropped(extension)).isEqualTo("DROP EXTENSION \"uuid-ossp\"");
        assertThat(altered(extension, with(extension, "schema", "shop"))).isEqualTo("""
                        ALTER EXTENSION "uuid-ossp" SET SCHEMA shop
                        -- PostgreSQL refuses this if the extension "uuid-ossp" is tied to its schema.""");
    }

    private static CatalogObject commentOn(ObjectId owner) {
        return with(object(owner.child(Kind.COMMENT)), "text", "it's");
    }
}
