package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions that are found by comparing a real database with models. */
@PostgresTest
class AutogenerateTest {

    private static final String SHOP = """
            CREATE TYPE status AS ENUM ('open', 'done');
            CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, phone text);
            CREATE TABLE orders (
                id int PRIMARY KEY,
                customer_id int NOT NULL REFERENCES customers,
                status status NOT NULL DEFAULT 'open');
            CREATE VIEW open_orders AS SELECT id FROM orders WHERE status = 'open';
            """;

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    AutogenerateTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void makeProject() {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        place.write("reflux.properties", "schema = schema.sql\n");
        place.write("migrations/.gitkeep", "");
    }

    private Result generate(String... more) {
        List<String> arguments = new ArrayList<>(List.of("revision", "--autogenerate", "-m", "shop"));
        arguments.addAll(List.of(more));
        return place.run(arguments.toArray(String[]::new));
    }

    /** Makes the database what a schema says, with a revision. */
    private void at(String schema) {
        place.write("schema.sql", schema);
        assertThat(generate("--rev-id", "a1").err()).doesNotContain("error:");
        assertThat(place.run("upgrade").code()).isZero();
    }

    private List<List<String>> objects() {
        return database.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                + " AND relname !~ '^schema_revision' AND relkind IN ('r', 'v') ORDER BY 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "sql"})
    void generatedRevision_leadsToTheModelsAndBack(String format) {
        place.write("schema.sql", SHOP);

        Result result = generate("--format", format, "--rev-id", "a1");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEqualTo("""
                add      enum type public.status
                add      table public.customers
                add      table public.orders
                add      foreign key public.orders.orders_customer_id_fkey
                add      view public.open_orders
                Revision a1 is a base.
                Read it, then: reflux upgrade
                """);
        assertThat(result.out().strip())
                .endsWith(format.equals("java") ? "migrations/Ra1_shop.java" : "migrations/a1_shop.sql");
        assertThat(place.run("upgrade").code()).isZero();
        assertThat(objects()).containsExactly(List.of("customers"), List.of("open_orders"), List.of("orders"));
        assertThat(place.run("check").out()).isEqualTo("No differences.\n");
        assertThat(place.run("downgrade", "base", "--yes").code()).isZero();
        assertThat(objects()).isEmpty();
    }

    @Test
    void noDifference_writesNothing() {
        at(SHOP);

        Result result = generate();

        assertThat(result.all()).isEqualTo("No differences.\n");
        assertThat(result.code()).isZero();
        assertThat(place.files("migrations")).containsExactly(".gitkeep", "Ra1_shop.java");
    }

    @Test
    void destructiveChanges_areMarkedInTheReportAndInTheFile() {
        at(SHOP);
        place.write("schema.sql", SHOP.replace(", phone text", ""));

        Result result = generate("--format", "sql", "--rev-id", "b2");

        assertThat(result.err())
                .startsWith("remove   column public.customers.phone  destructive: its values are lost\n")
                .contains("Revision b2 builds on a1 (shop).");
        assertThat(place.read("migrations/b2_shop.sql")).contains("""
                        -- Destructive: the rows or values of column public.customers.phone are lost.
                        ALTER TABLE public.customers DROP COLUMN phone;
                        """);
    }

    @Test
    void rename_keepsTheRows() {
        at(SHOP);
        database.execute("INSERT INTO customers VALUES (1, 'Ann', '555')");
        place.write("schema.sql", SHOP.replace("phone", "mobile").replace("customers", "clients"));

        Result result = generate("--rename", "customers.phone=mobile", "--rename", "customers=clients");

        assertThat(result.err()).startsWith("""
                        rename   column public.customers.phone to mobile
                        rename   table public.customers to clients
                        """);
        assertThat(place.run("upgrade").code()).isZero();
        assertThat(database.query("SELECT name, mobile FROM clients")).containsExactly(List.of("Ann", "555"));
        assertThat(place.run("check").code()).isZero();
        assertThat(place.run("downgrade", "a1").code()).isZero();
        assertThat(database.query("SELECT name, phone FROM customers")).containsExactly(List.of("Ann", "555"));
    }

    @Test
    void enumValueThatIsUsed_goesIntoARevisionOfItsOwn() {
        at(SHOP);
        place.write(
                "schema.sql", SHOP.replace("'done')", "'done', 'draft')").replace("DEFAULT 'open'", "DEFAULT 'draft'"));

        Result result = generate("--format", "sql", "--rev-id", "b2");

        assertThat(result.out().lines())
                .extracting(path -> Path.of(path).getFileName().toString())
                .containsExactly("b2_shop_1_of_2_enum_values.sql", "b2_2_shop_2_of_2.sql");
        assertThat(result.err())
                .contains("Revision b2 builds on a1 (shop)."
                        + " A new value of an enum cannot be used in the transaction that adds it.\n"
                        + "Revision b2_2 builds on b2.\nRead them, then: reflux upgrade\n");
        assertThat(place.run("upgrade").code()).isZero();
        assertThat(place.run("check").code()).isZero();
        assertThat(place.run("downgrade", "a1").code()).isZero();
        place.write("schema.sql", SHOP);
        assertThat(place.run("check", "--allow-behind").out()).isEqualTo("No differences.\n");
    }

    @Test
    void concurrentIndexes_areBuiltOutsideATransaction_last() {
        at(SHOP);
        place.write(
                "schema.sql",
                SHOP.replace("phone text", "phone text, mail text")
                        + "CREATE INDEX customers_phone_idx ON customers (phone);");

        Result result = generate("--concurrent-indexes", "--format", "sql", "--rev-id", "b2");

        assertThat(result.err()).contains("Revision b2_2 builds on b2. It builds indexes without holding up writers");
        assertThat(place.read("migrations/b2_2_shop_2_of_2_indexes.sql"))
                .contains("-- message: shop (2 of 2, indexes)\n", "-- transactional: false\n")
                .contains("CREATE INDEX CONCURRENTLY customers_phone_idx")
                .contains("DROP INDEX CONCURRENTLY public.customers_phone_idx");
        assertThat(place.run("upgrade").code()).isZero();
        assertThat(place.run("check").code()).isZero();
        assertThat(place.run("downgrade", "a1").code()).isZero();
    }

    @Test
    void renameBesideConcurrentIndexes_hasATransactionOfItsOwn() {
        at(SHOP);
        place.write(
                "schema.sql",
                SHOP.replace("phone", "mobile") + "CREATE INDEX customers_mobile_idx ON customers (mobile);");

        generate("--concurrent-indexes", "--rename", "customers.phone=mobile", "--format", "sql", "--rev-id", "b2");

        assertThat(place.read("migrations/b2_shop_1_of_2_renames.sql"))
                .contains("RENAME COLUMN phone TO mobile;", "RENAME COLUMN mobile TO phone;");
        assertThat(place.run("upgrade").code()).isZero();
        assertThat(place.run("check").code()).isZero();
    }

    @Test
    void filters_leaveOutWhatIsNotMeant() {
        at(SHOP);
        database.execute("CREATE SCHEMA audit; CREATE TABLE audit.log (id int); CREATE TABLE legacy_users (id int)");

        assertThat(place.run("check").out())
                .contains("remove   table public.legacy_users  destructive: its rows are lost", "audit");
        assertThat(place.run("check", "--exclude", "audit.*", "--exclude", "legacy_*")
                        .out())
                .isEqualTo("No differences.\n");
        assertThat(place.run("check", "--include", "customers").out()).isEqualTo("No differences.\n");
        place.write("reflux.properties", "schema = schema.sql\nexclude = audit.*, legacy_*\n");
        assertThat(generate().all()).isEqualTo("No differences.\n");
    }

    @Test
    void emptyModels_areRefused() {
        at(SHOP);
        place.write("schema.sql", "-- oops\n");

        Result result = generate();

        assertThat(result.err()).startsWith("error: The desired schema has no table, and the database has 2.");
        assertThat(result.code()).isEqualTo(1);
        assertThat(generate("--allow-drop-all", "--format", "sql", "--rev-id", "b2")
                        .code())
                .isZero();
        assertThat(place.read("migrations/b2_shop.sql")).contains("DROP TABLE public.customers;");
    }

    @Test
    void databaseBehind_isRefused() {
        place.write("schema.sql", SHOP);
        generate("--rev-id", "a1");

        Result result = generate();

        assertThat(result.err())
                .startsWith("error: The database is not at the heads of the revisions: a1 is not applied.")
                .contains("--allow-behind");
        assertThat(result.code()).isEqualTo(1);
        assertThat(generate("--allow-behind").code()).isZero();
    }

    @Test
    void severalHeads_areRefusedBeforeAnythingIsRead() {
        place.write("migrations/a1.sql", "-- revision: a1\n\n-- upgrade\n\n-- downgrade\n");
        place.write("migrations/b2.sql", "-- revision: b2\n\n-- upgrade\n\n-- downgrade\n");

        assertThat(generate().err()).startsWith("error: It is not clear what the new revision builds on: there are 2");
    }

    @Test
    void noSchemaSetting_isExplained() {
        place.write("reflux.properties", "");

        assertThat(generate().err())
                .startsWith("error: It is not said what the database should look like.\n")
                .contains("schema = schema.sql", "--schema schema.sql");
    }

    @Test
    void schemaThatFails_showsTheLine() {
        place.write("schema.sql", "CREATE TABLE a (id int);\nCREATE TABLE b (id integr);\n");

        assertThat(generate().err())
                .contains("schema.sql, line 2:", "CREATE TABLE b (id integr);", "\"integr\" does not exist");
    }
}
