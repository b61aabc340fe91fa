package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class VerifyCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    VerifyCommandTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void makeProject() {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        revision("a1", "", "CREATE TABLE customers (id int);", "-- downgrade\nDROP TABLE customers;");
    }

    private void revision(String id, String parent, String upgrade, String downgrade) {
        place.write(
                "migrations/" + id + ".sql",
                "-- revision: %s\n%s-- message: number %s\n\n-- upgrade\n%s\n\n%s\n"
                        .formatted(id, parent.isEmpty() ? "" : "-- revises: " + parent + "\n", id, upgrade, downgrade));
    }

    @Test
    void goodRevisions_areProven_andLeaveNothingBehind() {
        Result result = place.run("verify");

        assertThat(result.all())
                .isEqualTo("Proven: 1 revision goes up, down and up again."
                        + " No models were compared: nothing says where they are.\n");
        assertThat(result.code()).isZero();
        assertThat(database.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void wrongDowngrade_isNamedWithTheObject() {
        revision(
                "b2",
                "a1",
                "ALTER TABLE customers ADD COLUMN phone text; CREATE INDEX i ON customers (id);",
                "-- downgrade\nALTER TABLE customers DROP COLUMN phone;");

        Result result = place.run("verify");

        assertThat(result.err()).startsWith("""
                        error: b2 (number b2): its downgrade does not restore what was there before. Left to do:
                          remove index public.customers.i
                        """);
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void irreversibleRevision_isNamed() {
        revision("b2", "a1", "ALTER TABLE customers ADD COLUMN phone text;", "");

        Result result = place.run("verify");

        assertThat(result.err())
                .isEqualTo("warning: Only the upgrade was tried, for there is no downgrade: b2 (number b2).\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void end_isComparedWithTheModels() {
        place.write("schema.sql", "CREATE TABLE customers (id int, phone text);");
        place.write("reflux.properties", "schema = schema.sql\n");

        Result result = place.run("verify");

        assertThat(result.err()).isEqualTo("""
                        error: The revisions do not lead to what the models ask for. Left to do:
                          add column public.customers.phone
                        """);
        assertThat(result.code()).isEqualTo(1);
        place.write("schema.sql", "CREATE TABLE customers (id int);");
        assertThat(place.run("verify").out())
                .isEqualTo("Proven: 1 revision goes up, down and up again, and the end is what the models ask for.\n");
    }

    @Test
    void json_saysWhatIsWrongWithWhichRevision() {
        revision("b2", "a1", "ALTER TABLE customers ADD COLUMN phone text;", "-- downgrade\nSELECT 1;");
        revision("c3", "b2", "CREATE TABLE staff (id int);", "");

        Result result = place.run("verify", "--json");

        assertThat(result.out()).isEqualTo("""
                        {
                          "proven": false,
                          "revisions": 3,
                          "problems": [
                            {
                              "revision": "b2",
                              "problem": "downgradeDoesNotRestore",
                              "left": [
                                {
                                  "kind": "column",
                                  "object": "public.customers.phone",
                                  "change": "remove",
                                  "attributes": [],
                                  "destructive": true,
                                  "notes": []
                                }
                              ]
                            }
                          ],
                          "irreversible": [
                            "c3"
                          ],
                          "models": null
                        }
                        """);
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void arguments_reachTheRevisions() {
        revision(
                "b2",
                "a1",
                "DO $$ BEGIN ASSERT current_setting('reflux.x.tenant') = 'acme'; END $$;",
                "-- downgrade\nDO $$ BEGIN ASSERT current_setting('reflux.x.tenant') = 'acme'; END $$;");

        assertThat(place.run("verify", "-x", "tenant=acme").all()).startsWith("Proven: 2 revisions");
        assertThat(place.run("verify").code()).isEqualTo(1);
        assertThat(place.run(
                                "verify",
                                "-x",
                                "tenant=acme",
                                "--dev-url",
                                database.fresh().url())
                        .all())
                .contains("Proven: 2 revisions");
    }

    @Test
    void filter_countsHere_too() {
        place.write("schema.sql", "SELECT 1;");
        place.write("reflux.properties", "schema = schema.sql\nexclude = customers\n");

        assertThat(place.run("verify").code()).isZero();
    }

    @Test
    void devDatabase_canBeThePlace() {
        TestDatabase dev = database.fresh();

        assertThat(place.run("verify", "--dev-url", dev.url()).code()).isZero();
        assertThat(dev.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEqualTo(List.of());
    }

    @Test
    void noRevisions_isSaid() {
        place = Workplace.in(directory.resolve("empty")).with(database.url());
        place.write("migrations/.gitkeep", "");

        assertThat(place.run("verify").all()).contains("There are no revisions yet.");
    }
}
