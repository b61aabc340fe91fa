package dev.reflux.diff;

import static dev.reflux.diff.RuleExample.altered;
import static dev.reflux.diff.RuleExample.created;
import static dev.reflux.diff.RuleExample.dropped;
import static dev.reflux.diff.RuleExample.flagged;
import static dev.reflux.diff.RuleExample.in;
import static dev.reflux.diff.RuleExample.object;
import static dev.reflux.diff.RuleExample.with;
import static dev.reflux.diff.RuleExample.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enum types, domains, and what PostgreSQL cannot change. */
class TypeRulesTest {

    private static final String NOTE =
            "-- A value that is added to shop.state can be used only after the transaction that adds it.";

    private static final CatalogObject EMAIL = with(object(in(Kind.DOMAIN, "email")), "type", "text");
    private static final CatalogObject CHECK = with(
            object(EMAIL.id().child(Kind.DOMAIN_CHECK, "has @")),
            "definition",
            "CHECK ((POSITION(('@'::text) IN (VALUE)) > 0))");

    @Test
    void enum_isWritten_withItsLabelsInOrder() {
        assertThat(created(state("new", "o'clock", "done")))
                .isEqualTo("CREATE TYPE shop.state AS ENUM ('new', 'o''clock', 'done')");
        assertThat(created(state())).isEqualTo("CREATE TYPE shop.state AS ENUM ()");
        assertThat(dropped(state("new"))).isEqualTo("DROP TYPE shop.state");
    }

    @Test
    void enum_withManyLabels_hasOneALine() {
        assertThat(created(
                        state("accepted by the seller", "packed", "handed over", "delivered", "returned", "refunded")))
                .isEqualTo("""
                        CREATE TYPE shop.state AS ENUM (
                            'accepted by the seller',
                            'packed',
                            'handed over',
                            'delivered',
                            'returned',
                            'refunded'
                        )""");
    }

    @Test
    void enum_thatGrows_addsEachLabelNextToOneThatIsThere() {
        assertThat(altered(state("b", "e"), state("a", "aa", "b", "c", "d", "e", "f", "g")))
                .isEqualTo("""
                        ALTER TYPE shop.state ADD VALUE 'a' BEFORE 'b';
                        ALTER TYPE shop.state ADD VALUE 'aa' AFTER 'a';
                        ALTER TYPE shop.state ADD VALUE 'c' AFTER 'b';
                        ALTER TYPE shop.state ADD VALUE 'd' AFTER 'c';
                        ALTER TYPE shop.state ADD VALUE 'f';
                        ALTER TYPE shop.state ADD VALUE 'g'
                        """ + NOTE);
        assertThat(altered(state(), state("a"))).isEqualTo("ALTER TYPE shop.state ADD VALUE 'a'\n" + NOTE);
    }

    @Test
    void enum_thatLosesOrMovesALabel_isReplaced() {
        assertThat(altered(state("a", "b"), state("a"))).isEqualTo("replace");
        assertThat(altered(state("a", "b"), state("b", "a", "c"))).isEqualTo("replace");
    }

    @Test
    void domain_isWritten_withItsChecks() {
        CatalogObject email =
                flagged(with(with(EMAIL, "collation", "pg_catalog.\"C\""), "default", "'@'::text"), "not_null");
        CatalogObject unchecked = with(
                object(EMAIL.id().child(Kind.DOMAIN_CHECK, "short")),
                "definition",
                "CHECK ((length(VALUE) < 100)) NOT VALID");

        List<String> statements = new DomainRules().create(email, List.of(CHECK, unchecked), RuleExample.catalog());

        assertThat(String.join(";\n", statements)).isEqualTo("""
                        CREATE DOMAIN shop.email AS text
                            COLLATE pg_catalog."C"
                            DEFAULT '@'::text
                            NOT NULL
                            CONSTRAINT "has @" CHECK ((POSITION(('@'::text) IN (VALUE)) > 0));
                        ALTER DOMAIN shop.email ADD CONSTRAINT short CHECK ((length(VALUE) < 100)) NOT VALID""");
        assertThat(created(EMAIL)).isEqualTo("CREATE DOMAIN shop.email AS text");
        assertThat(dropped(EMAIL)).isEqualTo("DROP DOMAIN shop.email");
    }

    @Test
    void domain_changesInPlace_butForItsType() {
        CatalogObject strict = flagged(with(EMAIL, "default", "'@'::text"), "not_null");

        assertThat(altered(EMAIL, strict)).isEqualTo("""
                        ALTER DOMAIN shop.email SET DEFAULT '@'::text;
                        ALTER DOMAIN shop.email SET NOT NULL""");
        assertThat(altered(strict, EMAIL)).isEqualTo("""
                        ALTER DOMAIN shop.email DROP DEFAULT;
                        ALTER DOMAIN shop.email DROP NOT NULL""");
        assertThat(altered(EMAIL, with(EMAIL, "type", "character varying(80)"))).isEqualTo("replace");
        assertThat(altered(EMAIL, with(EMAIL, "collation", "pg_catalog.\"C\""))).isEqualTo("replace");
    }

    @Test
    void domainCheck_isAddedDroppedAndValidated() {
        CatalogObject unchecked = with(CHECK, "definition", CHECK.attributes().text("definition") + " NOT VALID");

        assertThat(created(unchecked))
                .isEqualTo("ALTER DOMAIN shop.email ADD CONSTRAINT \"has @\""
                        + " CHECK ((POSITION(('@'::text) IN (VALUE)) > 0)) NOT VALID");
        assertThat(dropped(CHECK)).isEqualTo("ALTER DOMAIN shop.email DROP CONSTRAINT \"has @\"");
        assertThat(altered(unchecked, CHECK)).isEqualTo("ALTER DOMAIN shop.email VALIDATE CONSTRAINT \"has @\"");
        assertThat(altered(CHECK, unchecked)).isEqualTo("replace");
        assertThat(altered(CHECK, with(CHECK, "definition", "CHECK ((VALUE <> ''::text))")))
                .isEqualTo("replace");
    }

    @Test
    void whatIsOneStatement_isReplaced() {
        CatalogObject range = with(
                object(in(Kind.RANGE, "span")),
                "definition",
                "CREATE TYPE shop.span AS RANGE (subtype = integer, multirange_type_name = shop.spans)\n");
        CatalogObject collation = with(
                object(in(Kind.COLLATION, "German")),
                "definition",
                "CREATE COLLATION shop.\"German\" (provider = icu, locale = 'de')");
        CatalogObject cast = with(
                object(ObjectId.global(Kind.CAST, "shop.state AS shop.orders")),
                "definition",
                "CREATE CAST (shop.state AS shop.orders) WITH FUNCTION shop.order_in(shop.state)");

        assertThat(created(range))
                .isEqualTo("CREATE TYPE shop.span AS RANGE (subtype = integer, multirange_type_name = shop.spans)");
        assertThat(dropped(range)).isEqualTo("DROP TYPE shop.span");
        assertThat(altered(range, without(range, "definition"))).isEqualTo("replace");
        assertThat(created(collation)).startsWith("CREATE COLLATION shop.\"German\"");
        assertThat(dropped(collation)).isEqualTo("DROP COLLATION shop.\"German\"");
        assertThat(created(cast)).startsWith("CREATE CAST");
        assertThat(dropped(cast)).isEqualTo("DROP CAST (shop.state AS shop.orders)");
    }

    @Test
    void range_givesUpAllItsNames() {
        CatalogObject span = with(
                object(in(Kind.RANGE, "span")), "definition", "CREATE TYPE shop.span AS RANGE (SUBTYPE = numeric)");

        assertThat(String.join("\n", RangeNames.renameAway(span, old -> old + "__old")))
                .isEqualTo("""
                        ALTER TYPE shop.span RENAME TO span__old
                        ALTER FUNCTION shop.span(numeric, numeric) RENAME TO span__old
                        ALTER FUNCTION shop.span(numeric, numeric, text) RENAME TO span__old
                        ALTER TYPE shop.span_multirange RENAME TO span_multirange__old
                        ALTER FUNCTION shop.span_multirange() RENAME TO span_multirange__old""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            int_ranges | (SUBTYPE = int4)                             | shop.int_multiranges | int_multiranges__old
            span | (SUBTYPE = int4, MULTIRANGE_TYPE_NAME = shop.a)    | shop.a               | a__old
            span | (SUBTYPE = int4, MULTIRANGE_TYPE_NAME = "S.x"."A") | "S.x"."A"            | "A__old"
            span | (SUBTYPE = int4, MULTIRANGE_TYPE_NAME = s."a ""b") | s."a ""b"            | "a ""b__old"
            """)
    void multirange_isRenamed_fromTheNameThatItHas(String range, String options, String name, String renamed) {
        CatalogObject type =
                with(object(in(Kind.RANGE, range)), "definition", "CREATE TYPE shop." + range + " AS RANGE " + options);

        assertThat(RangeNames.renameAway(type, old -> old + "__old"))
                .contains("ALTER TYPE " + name + " RENAME TO " + renamed);
    }

    private static CatalogObject state(String... labels) {
        return with(object(in(Kind.ENUM, "state")), "labels", labels);
    }
}
