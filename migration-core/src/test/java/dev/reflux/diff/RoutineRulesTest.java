package dev.reflux.diff;

import static dev.reflux.diff.RuleExample.altered;
import static dev.reflux.diff.RuleExample.created;
import static dev.reflux.diff.RuleExample.dropped;
import static dev.reflux.diff.RuleExample.in;
import static dev.reflux.diff.RuleExample.object;
import static dev.reflux.diff.RuleExample.using;
import static dev.reflux.diff.RuleExample.with;
import static dev.reflux.diff.RuleExample.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import org.junit.jupiter.api.Test;

class RoutineRulesTest {

    private static final String DEFINITION = """
            CREATE OR REPLACE FUNCTION shop.rounded(amount numeric, places integer DEFAULT 2)
             RETURNS numeric
             LANGUAGE sql
             IMMUTABLE STRICT
            AS $function$SELECT round(amount, places) -- COST 1$function$
            """;

    private static final CatalogObject ROUNDED = with(
            with(
                    with(
                            with(object(in(Kind.FUNCTION, "rounded(numeric,integer)")), "definition", DEFINITION),
                            "returns",
                            "numeric"),
                    "arguments",
                    "amount numeric, places integer"),
            "defaults",
            "1");

    private static final CatalogObject ARCHIVE = with(
            with(object(in(Kind.PROCEDURE, "\"Archive (old)\"(date)")), "definition", """
                    CREATE OR REPLACE PROCEDURE shop."Archive (old)"(IN before date, OUT moved integer)
                     LANGUAGE sql
                    AS $procedure$SELECT 1$procedure$
                    """),
            "arguments",
            "IN before date, OUT moved integer");

    private static final CatalogObject TOTAL = with(
            object(in(Kind.AGGREGATE, "total(numeric)")),
            "definition",
            "CREATE AGGREGATE shop.total(numeric) (SFUNC = numeric_add, STYPE = numeric, INITCOND = '0')");

    @Test
    void function_isWritten_asPostgresPrintsIt() {
        assertThat(created(ROUNDED)).isEqualTo(DEFINITION.strip());
        assertThat(dropped(ROUNDED)).isEqualTo("DROP FUNCTION shop.rounded(numeric,integer)");
    }

    @Test
    void function_withAnotherBody_isReplacedInPlace_withWhatWasComputed() {
        String body = DEFINITION.replace("COST 1", "COST 2");

        assertThat(altered(ROUNDED, with(ROUNDED, "definition", body)))
                .isEqualTo(body.strip() + "\n-- rebuilds: column, exclusion constraint, index");
    }

    @Test
    void function_withOtherAdviceForThePlanner_leavesWhatWasComputed() {
        String advice = DEFINITION.replace(" IMMUTABLE STRICT\n", " IMMUTABLE PARALLEL SAFE STRICT COST 10\n");
        String volatility = DEFINITION.replace(" IMMUTABLE STRICT\n", "");

        assertThat(altered(ROUNDED, with(ROUNDED, "definition", advice))).isEqualTo(advice.strip());
        assertThat(altered(ROUNDED, with(ROUNDED, "definition", volatility))).contains("-- rebuilds: column");
        assertThat(altered(
                        with(ROUNDED, "definition", volatility),
                        with(ROUNDED, "definition", DEFINITION.replace(" IMMUTABLE STRICT\n", " COST 10\n"))))
                .doesNotContain("rebuilds");
    }

    @Test
    void function_thatChecksRows_isNoted() {
        CatalogObject check = using(object(RuleExample.ORDERS.child(Kind.CHECK, "rounded")), ROUNDED.id());

        assertThat(altered(ROUNDED, with(ROUNDED, "definition", DEFINITION.replace("STRICT", "")), check))
                .endsWith("-- Rows that are there are not checked again by the constraints that call"
                        + " shop.rounded(numeric,integer).");
    }

    @Test
    void function_thatPostgresCannotReplace_isDroppedFirst() {
        assertThat(altered(ROUNDED, with(ROUNDED, "returns", "double precision")))
                .isEqualTo("replace");
        assertThat(altered(ROUNDED, with(ROUNDED, "arguments", "value numeric, places integer")))
                .isEqualTo("replace");
        assertThat(altered(ROUNDED, without(ROUNDED, "defaults"))).isEqualTo("replace");
        assertThat(altered(ROUNDED, with(ROUNDED, "definition", DEFINITION.replace(" IMMUTABLE", " WINDOW IMMUTABLE"))))
                .isEqualTo("replace");
        assertThat(altered(ROUNDED, with(ROUNDED, "defaults", "2"))).startsWith("CREATE OR REPLACE");
    }

    @Test
    void procedure_isNamed_withAllItsArguments() {
        assertThat(dropped(ARCHIVE, ARCHIVE))
                .isEqualTo("DROP PROCEDURE shop.\"Archive (old)\"(IN before date, OUT moved integer)");
        assertThat(dropped(ARCHIVE)).isEqualTo("DROP PROCEDURE shop.\"Archive (old)\"(date)");
    }

    @Test
    void aggregate_isReplacedInPlace_whereItsResultStays() {
        String definition = TOTAL.attributes().text("definition");

        assertThat(altered(TOTAL, with(TOTAL, "definition", definition.replace("'0'", "'1'"))))
                .isEqualTo("CREATE OR REPLACE AGGREGATE shop.total(numeric)"
                        + " (SFUNC = numeric_add, STYPE = numeric, INITCOND = '1')");
        assertThat(altered(TOTAL, with(TOTAL, "definition", definition.replace("numeric_add", "numeric_larger"))))
                .startsWith("CREATE OR REPLACE AGGREGATE shop.total(numeric) (SFUNC = numeric_larger,");
        assertThat(altered(TOTAL, with(TOTAL, "definition", definition.replace("STYPE = numeric", "STYPE = float8"))))
                .isEqualTo("replace");
        assertThat(altered(TOTAL, with(TOTAL, "definition", definition.replace("total(numeric)", "total(x numeric)"))))
                .isEqualTo("replace");
    }

    @Test
    void aggregate_withoutArguments_isNamedWithAStar() {
        assertThat(dropped(TOTAL)).isEqualTo("DROP AGGREGATE shop.total(numeric)");
        assertThat(dropped(object(in(Kind.AGGREGATE, "many()")))).isEqualTo("DROP AGGREGATE shop.many(*)");
    }
}
