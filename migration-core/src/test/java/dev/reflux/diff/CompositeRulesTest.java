package dev.reflux.diff;

import static dev.reflux.diff.RuleExample.altered;
import static dev.reflux.diff.RuleExample.created;
import static dev.reflux.diff.RuleExample.dropped;
import static dev.reflux.diff.RuleExample.flagged;
import static dev.reflux.diff.RuleExample.hinting;
import static dev.reflux.diff.RuleExample.in;
import static dev.reflux.diff.RuleExample.object;
import static dev.reflux.diff.RuleExample.using;
import static dev.reflux.diff.RuleExample.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompositeRulesTest {

    private static final ObjectId ADDRESS = in(Kind.COMPOSITE, "address");

    private static final CatalogObject COLUMN =
            using(object(RuleExample.ORDERS.child(Kind.COLUMN, "ship_to")), ADDRESS);
    private static final CatalogObject VIEW_COLUMN =
            using(object(in(Kind.VIEW, "ship_to").child(Kind.COLUMN, "ship_to")), ADDRESS);

    private static final String USERS = "-- rebuilds: default, view, materialized view, rule, trigger, policy";

    @Test
    void composite_isWritten_withItsFields() {
        assertThat(created(address("street text COLLATE \"C\"", "\"Zip\" integer")))
                .isEqualTo("CREATE TYPE shop.address AS (street text COLLATE \"C\", \"Zip\" integer)");
        assertThat(created(address())).isEqualTo("CREATE TYPE shop.address AS ()");
        assertThat(dropped(address())).isEqualTo("DROP TYPE shop.address");
    }

    @Test
    void fields_areAddedAndDropped_inPlace() {
        assertThat(altered(address("street text"), address("street text", "zip text"), COLUMN))
                .isEqualTo("ALTER TYPE shop.address ADD ATTRIBUTE zip text");
        assertThat(altered(address("street text", "zip text"), address("zip text", "city text"), COLUMN))
                .isEqualTo("""
                        ALTER TYPE shop.address DROP ATTRIBUTE street, ADD ATTRIBUTE city text
                        %s
                        -- What columns of type shop.address hold in street is lost.""".formatted(USERS));
    }

    @Test
    void typeOfAField_changesInPlace_whereNoColumnStoresIt() {
        CatalogObject before = address("street text", "zip integer");
        CatalogObject after = address("street text", "zip text");
        CatalogObject domain = using(object(in(Kind.DOMAIN, "home")), ADDRESS);
        CatalogObject columnOfDomain = using(COLUMN, domain.id());

        assertThat(altered(before, after, VIEW_COLUMN, domain))
                .isEqualTo("ALTER TYPE shop.address ALTER ATTRIBUTE zip TYPE text\n" + USERS);
        assertThat(altered(before, after, COLUMN)).isEqualTo("replace");
        assertThat(altered(before, after, domain, columnOfDomain)).isEqualTo("replace");
    }

    @Test
    void typedTables_changeAlong() {
        CatalogObject table = with(object(RuleExample.ORDERS), "of_type", "shop.address");

        assertThat(altered(address("street text", "zip integer"), address("street text", "city text"), table))
                .isEqualTo("""
                        ALTER TYPE shop.address DROP ATTRIBUTE zip CASCADE, ADD ATTRIBUTE city text CASCADE
                        %s
                        -- What columns of type shop.address hold in zip is lost.""".formatted(USERS));
    }

    @Test
    void functionsWithAParsedBody_areRebuilt() {
        CatalogObject function = hinting(using(object(in(Kind.FUNCTION, "f()")), ADDRESS), "atomic", "true");

        assertThat(altered(address("zip integer"), address("zip text"), flagged(function, "x")))
                .contains("-- rebuilds: function, default, view");
    }

    @Test
    void otherOrder_needsAReplacement() {
        assertThat(altered(address("street text", "zip text"), address("zip text", "street text")))
                .isEqualTo("replace");
        assertThat(altered(address("street text"), address("zip text", "street text")))
                .isEqualTo("replace");
    }

    @Test
    void values_areConvertedFieldByField_whereFieldsMove() {
        CatalogObject before = address("street text", "zip integer", "state shop.state", "gone text");
        CatalogObject after = address("city text", "state shop.state", "street text COLLATE \"C\"", "zip integer");

        assertThat(conversion("shop.address", before, after))
                .contains("CASE WHEN ship_to IS DISTINCT FROM NULL THEN ROW(NULL, (ship_to).state::text::shop.state,"
                        + " (ship_to).street::text::text, (ship_to).zip)::shop.address END");
        assertThat(conversion("shop.address[]", before, after))
                .contains("('Write the conversion of ship_to by hand: ' || ship_to::text)::shop.address[]");
        assertThat(conversion("shop.address", before, address("street text", "zip text", "state text", "gone text")))
                .as("the text is right")
                .isEmpty();
    }

    private static Optional<String> conversion(String type, CatalogObject before, CatalogObject after) {
        CatalogObject column = with(COLUMN, "type", type);
        return FieldConversion.of(
                new KindRules.Pair(column, column, RuleExample.catalog(before), RuleExample.catalog(after)));
    }

    private static CatalogObject address(String... fields) {
        String[] names = Arrays.stream(fields)
                .map(field -> field.substring(0, field.indexOf(' ')))
                .toArray(String[]::new);
        String[] types = Arrays.stream(fields)
                .map(field -> field.substring(field.indexOf(' ') + 1))
                .toArray(String[]::new);
        return with(with(object(ADDRESS), "fields", names), "types", types);
    }
}
