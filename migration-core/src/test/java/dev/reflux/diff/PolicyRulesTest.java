package dev.reflux.diff;

import static dev.reflux.diff.RuleExample.ORDERS;
import static dev.reflux.diff.RuleExample.altered;
import static dev.reflux.diff.RuleExample.created;
import static dev.reflux.diff.RuleExample.dropped;
import static dev.reflux.diff.RuleExample.flagged;
import static dev.reflux.diff.RuleExample.object;
import static dev.reflux.diff.RuleExample.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies and row security. */
class PolicyRulesTest {

    private static final CatalogObject OWN = with(
            with(with(object(ORDERS.child(Kind.POLICY, "own")), "command", "ALL"), "roles", "PUBLIC"),
            "using",
            "(region = CURRENT_USER)");

    private static final CatalogObject SECURITY = object(ORDERS.child(Kind.ROW_SECURITY));

    @Test
    void policy_isWritten_withWhatIsUnusual() {
        CatalogObject strict = flagged(
                with(with(with(OWN, "command", "UPDATE"), "roles", "app", "\"Report\""), "check", "true"),
                "restrictive");

        assertThat(created(OWN)).isEqualTo("CREATE POLICY own ON shop.orders USING (region = CURRENT_USER)");
        assertThat(created(strict)).isEqualTo("""
                        CREATE POLICY own ON shop.orders
                            AS RESTRICTIVE
                            FOR UPDATE
                            TO app, "Report"
                            USING (region = CURRENT_USER)
                            WITH CHECK (true)""");
        assertThat(dropped(OWN)).isEqualTo("DROP POLICY own ON shop.orders");
    }

    @Test
    void policy_changesRolesAndExpressions_inPlace() {
        CatalogObject changed = with(with(with(OWN, "roles", "app"), "check", "true"), "using", "(id > 1)");

        assertThat(altered(OWN, changed))
                .isEqualTo("ALTER POLICY own ON shop.orders TO app USING (id > 1) WITH CHECK (true)");
        assertThat(altered(with(OWN, "roles", "app"), OWN)).isEqualTo("ALTER POLICY own ON shop.orders TO PUBLIC");
    }

    @Test
    void policy_thatLosesAnExpression_orChangesItsSort_isReplaced() {
        assertThat(altered(with(OWN, "check", "true"), OWN)).isEqualTo("replace");
        assertThat(altered(OWN, with(OWN, "command", "SELECT"))).isEqualTo("replace");
        assertThat(altered(OWN, flagged(OWN, "restrictive"))).isEqualTo("replace");
    }

    @Test
    void rowSecurity_isSwitched() {
        CatalogObject both = flagged(flagged(SECURITY, "enabled"), "forced");
        CatalogObject enabled = flagged(SECURITY, "enabled");

        assertThat(created(both)).isEqualTo("""
                        ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
                        ALTER TABLE shop.orders FORCE ROW LEVEL SECURITY""");
        assertThat(altered(both, enabled)).isEqualTo("ALTER TABLE shop.orders NO FORCE ROW LEVEL SECURITY");
        assertThat(dropped(enabled)).isEqualTo("ALTER TABLE shop.orders DISABLE ROW LEVEL SECURITY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true                  | (true)
            (a = 1)               | (a = 1)
            ((a = 1) OR (b = 2))  | ((a = 1) OR (b = 2))
            (a).b = (c).d         | ((a).b = (c).d)
            (a = ')')             | (a = ')')
            (a = '(') AND (")")   | ((a = '(') AND (")"))
            ("(" = 'it''s (')     | ("(" = 'it''s (')
            """)
    void parentheses_standOnce(String expression, String expected) {
        assertThat(Parentheses.around(expression)).isEqualTo(expected);
    }
}
