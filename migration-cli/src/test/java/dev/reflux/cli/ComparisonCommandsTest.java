package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code check} and {@code diff}. */
@PostgresTest
class ComparisonCommandsTest {

    private static final String FIRST = """
            -- revision: a1
            -- message: create customers

            -- upgrade
            CREATE TABLE customers (id int PRIMARY KEY, phone text);

            -- downgrade
            DROP TABLE customers;
            """;

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    ComparisonCommandsTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void makeProject() {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        place.write("reflux.properties", "schema = schema.sql\n");
        place.write("schema.sql", "CREATE TABLE customers (id int PRIMARY KEY, phone varchar(20), mail text);");
        place.write("migrations/a1.sql", FIRST);
        place.run("upgrade");
    }

    private static JsonNode json(Result result) throws Exception {
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void check_ofDifferences_listsThem_andExitsWith3() {
        Result result = place.run("check");

        assertThat(result.out()).isEqualTo("""
                alter    column public.customers.phone (type)
                         Rows whose phone does not fit character varying(20) make it fail.
                add      column public.customers.mail
                """);
        assertThat(result.err()).contains("reflux revision --autogenerate -m");
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void check_inJson_isForPrograms() throws Exception {
        Result result = place.run("check", "--json");

        JsonNode change = json(result).get("changes").get(0);
        assertThat(change.get("kind").asText()).isEqualTo("column");
        assertThat(change.get("object").asText()).isEqualTo("public.customers.phone");
        assertThat(change.get("change").asText()).isEqualTo("alter");
        assertThat(change.get("attributes").get(0).asText()).isEqualTo("type");
        assertThat(change.get("destructive").asBoolean()).isFalse();
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void check_ofAChangedSource_exitsWith3() throws Exception {
        place.write("schema.sql", "CREATE TABLE customers (id int PRIMARY KEY, phone text);");
        assertThat(place.run("check").all()).isEqualTo("No differences.\n");
        place.write("migrations/a1.sql", FIRST.replace("text", "text NULL"));

        Result result = place.run("check");

        assertThat(result.out()).isEqualTo("No differences.\n");
        assertThat(result.err()).contains("warning: The source of \"a1\" has changed since it was applied.");
        assertThat(result.code()).isEqualTo(3);
        assertThat(json(place.run("check", "--json"))
                        .get("changedSources")
                        .get(0)
                        .asText())
                .isEqualTo("a1");
    }

    @Test
    void diff_printsTheWayToTheModels_andBack() {
        assertThat(place.run("diff").all()).isEqualTo("""
                -- Rows whose phone does not fit character varying(20) make it fail.
                ALTER TABLE public.customers ALTER COLUMN phone TYPE character varying(20);
                ALTER TABLE public.customers ADD COLUMN mail text;
                """);
        assertThat(place.run("diff", "--reverse").all()).isEqualTo("""
                -- Destructive: the rows or values of column public.customers.mail are lost.
                ALTER TABLE public.customers DROP COLUMN mail;
                ALTER TABLE public.customers ALTER COLUMN phone TYPE text;
                """);
        assertThat(place.run("diff").code()).isZero();
    }

    @Test
    void diff_betweenFiles_renames_andRenamesBack() {
        place.write("old.sql", "CREATE TABLE a (x int);");
        place.write("new.sql", "CREATE TABLE b (x int, z int);");

        assertThat(place.run("diff", "--from", "old.sql", "--to", "new.sql", "--rename", "a=b")
                        .out())
                .isEqualTo("ALTER TABLE public.a RENAME TO b;\n\nALTER TABLE public.b ADD COLUMN z integer;\n");
        assertThat(place.run("diff", "--from", "old.sql", "--to", "new.sql", "--rename", "a=b", "--reverse")
                        .out())
                .endsWith("ALTER TABLE public.b DROP COLUMN z;\n\nALTER TABLE public.b RENAME TO a;\n");
        assertThat(place.run("diff", "--from", "new.sql", "--to", "new.sql").all())
                .isEmpty();
    }

    @Test
    void diff_inJson_hasChangesAndStatements() throws Exception {
        JsonNode json = json(place.run("diff", "--json", "--reverse"));

        assertThat(json.get("changes").get(0).get("change").asText()).isEqualTo("remove");
        assertThat(json.get("changes").get(0).get("destructive").asBoolean()).isTrue();
        assertThat(json.get("statements").get(0).asText())
                .startsWith("-- Destructive")
                .endsWith("ALTER TABLE public.customers DROP COLUMN mail");
    }

    @Test
    void diff_ofHeadsAndDatabase_showsWhatSomebodyChangedByHand() {
        assertThat(place.run("diff", "--from", "heads", "--to", "database").all())
                .isEmpty();
        database.execute("CREATE INDEX by_hand ON customers (phone)");

        assertThat(place.run("diff", "--from", "heads", "--to", "database").out())
                .isEqualTo("CREATE INDEX by_hand ON public.customers USING btree (phone);\n");
        assertThat(place.run("diff", "--to", "heads").out()).isEqualTo("DROP INDEX public.by_hand;\n");
    }

    @Test
    void diff_toAnotherDatabase_readsItsUrl() {
        TestDatabase other = database.fresh();
        other.execute("CREATE TABLE customers (id int PRIMARY KEY)");

        Result result = place.run("diff", "--to", other.url());

        assertThat(result.out()).endsWith("ALTER TABLE public.customers DROP COLUMN phone;\n");
        assertThat(place.run("diff", "--from", other.url(), "--to", other.url()).all())
                .isEmpty();
    }

    @Test
    void diff_withEnumValues_saysWhereToCommit() {
        place.write("old.sql", "CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (x e DEFAULT 'a');");
        place.write("new.sql", "CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (x e DEFAULT 'b');");

        assertThat(place.run("diff", "--from", "old.sql", "--to", "new.sql").out())
                .contains("ADD VALUE 'b';\n\n-- Commit here: a value of an enum can be used only"
                        + " after the transaction that adds it, on the way back too.\n\nALTER TABLE public.t");
    }

    @Test
    void devUrl_isAPlaceToTry_andIsEmptyAfterwards() {
        TestDatabase dev = database.fresh();

        assertThat(place.run("check", "--dev-url", dev.url()).code()).isEqualTo(3);
        assertThat(dev.query("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")
                        .get(0))
                .containsExactly("0");
        place.write("reflux.properties", "schema = schema.sql\ndev-url = " + database.url() + "\n");
        place.write("schema.sql", "CREATE TABLE other (id int);");
        assertThat(place.run("check").err()).startsWith("error: The development database is not empty");
    }

    @Test
    void devUrl_mayStandInTheEnvironmentFile() {
        place.write(".env", "REFLUX_DEV_URL=sqlite:dev\n");

        assertThat(place.run("check").err()).startsWith("error: Cannot use REFLUX_DEV_URL in \".env\":");
    }

    @Test
    void devUrl_thatDoesNotAnswer_isNamedWithoutItsPassword() {
        Result result = place.run("check", "--dev-url", "postgresql://ann:s3cret@localhost:1/dev");

        assertThat(result.err())
                .startsWith("error: Nothing answers at localhost, port 1.")
                .contains("from --dev-url.")
                .doesNotContain("s3cret");
    }
}
