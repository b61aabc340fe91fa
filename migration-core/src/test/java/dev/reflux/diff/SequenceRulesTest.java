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
import org.junit.jupiter.api.Test;

class SequenceRulesTest {

    private static final CatalogObject NUMBERS = sequence("bigint", "1", "1", "9223372036854775807");

    @Test
    void sequence_isWritten_withWhatIsUnusual() {
        assertThat(created(NUMBERS)).isEqualTo("CREATE SEQUENCE shop.numbers");
        assertThat(created(sequence("integer", "1", "1", "2147483647")))
                .isEqualTo("CREATE SEQUENCE shop.numbers AS integer");
        assertThat(created(sequence("smallint", "-2", "-32768", "-1")))
                .isEqualTo("CREATE SEQUENCE shop.numbers AS smallint INCREMENT BY -2");
        assertThat(dropped(NUMBERS)).isEqualTo("DROP SEQUENCE shop.numbers");
    }

    @Test
    void sequence_withEverythingUnusual_hasOneOptionALine() {
        CatalogObject unusual = flagged(flagged(sequence("integer", "10", "-5", "1000"), "cycle"), "unlogged");

        assertThat(created(with(with(unusual, "cache", "20"), "start", "7"))).isEqualTo("""
                        CREATE UNLOGGED SEQUENCE shop.numbers
                            AS integer
                            INCREMENT BY 10
                            MINVALUE -5
                            MAXVALUE 1000
                            START WITH 7
                            CACHE 20
                            CYCLE""");
        assertThat(created(unusual)).doesNotContain("START");
    }

    @Test
    void sequence_changesInPlace() {
        CatalogObject changed =
                flagged(flagged(with(with(NUMBERS, "cache", "20"), "increment", "2"), "cycle"), "unlogged");

        assertThat(altered(NUMBERS, changed)).isEqualTo("""
                        ALTER SEQUENCE shop.numbers INCREMENT BY 2 CACHE 20 CYCLE;
                        ALTER SEQUENCE shop.numbers SET UNLOGGED""");
        assertThat(altered(changed, NUMBERS)).isEqualTo("""
                        ALTER SEQUENCE shop.numbers INCREMENT BY 1 CACHE 1 NO CYCLE;
                        ALTER SEQUENCE shop.numbers SET LOGGED""");
    }

    @Test
    void sequence_ofAnotherType_getsItsBoundsWithIt() {
        CatalogObject small = sequence("integer", "1", "1", "2147483647");

        assertThat(altered(small, NUMBERS))
                .isEqualTo("ALTER SEQUENCE shop.numbers AS bigint MINVALUE 1 MAXVALUE 9223372036854775807");
        assertThat(altered(NUMBERS, small)).isEqualTo("""
                        SELECT pg_catalog.setval('shop.numbers', 2147483647, true) FROM shop.numbers WHERE last_value > 2147483647;
                        ALTER SEQUENCE shop.numbers AS integer MINVALUE 1 MAXVALUE 2147483647
                        -- If the current value of shop.numbers is not between 1 and 2147483647, it moves to the nearest of them.""");
    }

    @Test
    void sequence_withNarrowerBounds_movesToThem() {
        assertThat(altered(sequence("integer", "1", "1", "99"), sequence("integer", "1", "10", "50")))
                .isEqualTo("""
                        SELECT pg_catalog.setval('shop.numbers', 10, false) FROM shop.numbers WHERE last_value < 10;
                        SELECT pg_catalog.setval('shop.numbers', 50, true) FROM shop.numbers WHERE last_value > 50;
                        ALTER SEQUENCE shop.numbers MINVALUE 10 MAXVALUE 50 START WITH 10
                        -- If the current value of shop.numbers is not between 10 and 50, it moves to the nearest of them.""");
        assertThat(altered(sequence("integer", "-1", "1", "99"), sequence("integer", "-1", "10", "99")))
                .startsWith(
                        "SELECT pg_catalog.setval('shop.numbers', 10, true) FROM shop.numbers WHERE last_value < 10;");
    }

    @Test
    void sequence_thatCountsTheOtherWay_beginsAnew() {
        assertThat(altered(sequence("integer", "-1", "-9", "-1"), sequence("integer", "1", "1", "9")))
                .isEqualTo("""
                        ALTER SEQUENCE shop.numbers INCREMENT BY 1 MINVALUE 1 MAXVALUE 9 START WITH 1 RESTART WITH 1
                        -- The sequence shop.numbers begins anew at 1.""");
    }

    @Test
    void owner_isSetAndTakenAway() {
        CatalogObject owner = with(object(NUMBERS.id().child(Kind.SEQUENCE_OWNER)), "column", "shop.orders.\"Number\"");

        assertThat(created(owner)).isEqualTo("ALTER SEQUENCE shop.numbers OWNED BY shop.orders.\"Number\"");
        assertThat(dropped(owner)).isEqualTo("ALTER SEQUENCE shop.numbers OWNED BY NONE");
        assertThat(altered(owner, with(owner, "column", "shop.orders.id")))
                .isEqualTo("ALTER SEQUENCE shop.numbers OWNED BY shop.orders.id");
    }

    private static CatalogObject sequence(String type, String increment, String min, String max) {
        CatalogObject sequence = with(object(in(Kind.SEQUENCE, "numbers")), "type", type);
        CatalogObject counting = with(with(sequence, "increment", increment), "cache", "1");
        return with(with(with(counting, "min", min), "max", max), "start", increment.startsWith("-") ? max : min);
    }
}
