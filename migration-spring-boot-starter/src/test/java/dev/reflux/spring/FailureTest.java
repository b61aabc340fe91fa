package dev.reflux.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.spring.example.PlainApplication;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an application that does not start says. */
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class FailureTest {

    private final TestDatabase database;

    FailureTest(TestDatabase database) {
        this.database = database;
    }

    private void fails(String... arguments) {
        assertThatThrownBy(() -> Example.start(PlainApplication.class, database, arguments))
                .hasRootCauseInstanceOf(Throwable.class)
                .satisfies(error -> assertThat(causes(error)).anyMatch(MigrationException.class::isInstance));
    }

    private static List<Throwable> causes(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).toList();
    }

    @Test
    void migration_thatFails_isReportedWithPlaceAndRemedy(CapturedOutput output) {
        fails("--reflux.locations=classpath:db/migrations,classpath:db/failing");

        assertThat(output.getOut()).contains("""
                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                The database could not be migrated.

                The upgrade of c3 (index what is not there) failed at statement 2 in db/failing/c3_fail.sql, line 8:

                    CREATE INDEX guests_nothing_idx ON guests (nothing);
                    ^
                """).contains("""
                ERROR 42703: column "nothing" does not exist
                Rolled back: c3. Applied before it: a1 and b2. Not started: none.

                Action:

                Correct the revision and start again: the run goes on from what is applied.""");
        assertThat(output.getOut()).doesNotContain(database.password() + "@");
    }

    @Test
    void check_whileRevisionsArePending_fails(CapturedOutput output) {
        fails("--reflux.policy=check", "--reflux.schema=nowhere");

        assertThat(output.getOut())
                .contains("lacks 2 revisions: \"a1\" and \"b2\"")
                .contains("reflux.policy=migrate");
    }

    @Test
    void location_withNothingInIt_isReported(CapturedOutput output) {
        fails("--reflux.locations=classpath:db/migration");

        assertThat(output.getOut())
                .contains(
                        "There is no revision in the location \"classpath:db/migration\", which reflux.locations names.");
    }

    @Test
    void location_ofAnotherKind_isReported(CapturedOutput output) {
        fails("--reflux.locations=db/migrations");

        assertThat(output.getOut())
                .contains("neither on the class path nor a directory.\nWrite classpath:db/migrations");
    }

    @Test
    void packageName_thatIsWrong_isReported(CapturedOutput output) {
        fails("--reflux.packages=dev.reflux.nowhere");

        assertThat(output.getOut()).contains("There is no revision in the package \"dev.reflux.nowhere\"");
    }

    @Test
    void target_thatIsUnknown_isReportedWithItsProperty(CapturedOutput output) {
        fails("--reflux.target=a2");

        assertThat(output.getOut())
                .contains("There is no revision or label \"a2\".")
                .contains("Correct reflux.target, which is \"a2\".");
    }

    @Test
    void graph_thatIsBroken_isReportedWithItsSources(CapturedOutput output) {
        fails("--reflux.locations=classpath:db/failing");

        assertThat(output.getOut())
                .contains("\"b2\"")
                .contains(
                        "from reflux.packages (dev.reflux.spring.example) and from reflux.locations (classpath:db/failing)");
    }

    @Test
    void url_thatCannotBeRead_isReportedWithItsProperty(CapturedOutput output) {
        fails("--reflux.url=mysql://ann:secret@localhost/shop");

        assertThat(output.getOut()).contains("Correct reflux.url, or remove it").doesNotContain("secret");
    }

    @Test
    void database_thatIsNotThere_isReported(CapturedOutput output) {
        fails("--reflux.url=" + database.url() + "_gone");

        assertThat(output.getOut())
                .contains("_gone\" does not exist")
                .contains("Create it, or correct its name in the connection string.");
    }
}
