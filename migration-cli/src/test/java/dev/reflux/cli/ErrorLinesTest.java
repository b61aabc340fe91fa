package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.MigrationException;
import dev.reflux.cli.ErrorLines.Detail;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorLinesTest {

    private final ErrorLines errors = new ErrorLines(Secrets.of(List.of()));

    @Test
    void knownError_isItsSentence() {
        assertThat(Graphs.text(errors.of(new MigrationException("There is no revision \"x\"."), Detail.SENTENCE)))
                .isEqualTo("error: There is no revision \"x\".");
    }

    @Test
    void unknownError_isASentenceWithoutClassNames() {
        assertThat(Graphs.text(errors.of(new IllegalStateException("It broke"), Detail.SENTENCE)))
                .isEqualTo("""
                error: Something unexpected happened: It broke.
                To see where, run the same with --stacktrace; it belongs into a bug report.""");
        assertThat(Graphs.text(errors.of(new IllegalStateException(), Detail.SENTENCE)))
                .startsWith("error: Something unexpected happened: it gives no reason.");
    }

    @Test
    void stackTrace_onRequest_follows() {
        assertThat(Graphs.text(errors.of(new MigrationException("No."), Detail.STACK_TRACE)))
                .startsWith("error: No.\n")
                .contains("MigrationException: No.", "at dev.reflux.cli.ErrorLinesTest");
    }

    @Test
    void password_thatWasTyped_isNotRepeated() {
        for (String argument : List.of(
                "postgresql://ann:s3cr/t@host/db",
                "--url=jdbc:postgresql://host/db?user=ann&password=s3cr/t",
                "host=h password = s3cr/t dbname=d",
                "host=h password='s3cr/t'")) {
            ErrorLines guarded = new ErrorLines(Secrets.of(List.of("upgrade", argument)));

            assertThat(guarded.of("\"" + argument + "\" is no target.").text())
                    .doesNotContain("s3cr/t")
                    .contains("****");
        }
    }

    @Test
    void example_withAPasswordInIt_staysReadable() {
        assertThat(errors.of("Give one: --url postgresql://user:password@host/db")
                        .text())
                .endsWith("postgresql://user:password@host/db");
    }
}
