package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @TempDir
    private Path directory = Path.of("");

    private Workplace place = Workplace.in(directory);

    @BeforeEach
    void placeInDirectory() {
        place = Workplace.in(directory);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upgrad                  | There is no command "upgrad". Did you mean "upgrade"?
            hist                    | There is no command "hist". Did you mean "history"?
            xyz                     | There is no command "xyz". The commands are init, revision, merge, upgrade, downgrade, stamp, resolve, plan, status, current, history, heads, branches, show, edit, ensure-version, graph, check, diff, verify, doctor, adopt, completion.
            upgrade --allow-gap     | There is no option "--allow-gap". Did you mean "--allow-gaps"?
            upgrade --lock-timout=5s| There is no option "--lock-timout". Did you mean "--lock-timeout"?
            upgrade --lock-timeout 5| "5" is no duration. Write a number and a unit: 500ms, 5s, 2m, 1h; or 0.
            upgrade a@b@c           | "a@b@c" is no target. Use an id, the beginning of an id, a label, "head", "heads", "base", "+2", "-1", "ae10+2" or "billing@head".
            downgrade               | Missing required parameter: "TARGET".
            downgrade --foo         | There is no option "--foo".
            downgrade -1 -2         | The command "downgrade" takes no "-2". A text with spaces needs quotes around it.
            plan --down             | A downgrade needs one TARGET: a revision that is applied, "-1" or "base".
            plan downgrade          | A downgrade needs one TARGET: a revision that is applied, "-1" or "base".
            plan upgrade --down a1  | "upgrade" and "--down" contradict each other.
            revision                | Missing required option: "--message=TEXT".
            revision -m add phone   | The command "revision" takes no "phone". A text with spaces needs quotes around it.
            revision -m x --rev-id a-b | "a-b" is no revision id. Use letters, digits, "_" and "."; 12 hexadecimal digits are the custom.
            revision -m x --format xml | "xml" is no value of --format. Use java or sql.
            --color=blue heads      | "blue" is no value of --color. Use auto, always or never.
            heads --url             | Missing required parameter for option "--url" (URL).
            --state-table=a.b.c heads | "a.b.c" is no table. Write SCHEMA.NAME, or NAME alone.
            history -r a:b:c        | "a:b:c" is no range. Write START:END, START: or :END, for instance -3:current.
            """)
    void mistake_isExplained_andExitsWith2(String arguments, String sentence) {
        Result result = place.run(arguments.strip().split(" "));

        assertThat(result.err().lines().findFirst()).contains("error: " + sentence);
        assertThat(result.err()).doesNotContain("Exception");
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void noCommand_namesTheCommands() {
        Result result = place.run();

        assertThat(result.err()).startsWith("error: Say which command: init, revision, merge, upgrade,");
        assertThat(result.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "revision",
                "upgrade",
                "downgrade",
                "stamp",
                "resolve",
                "current",
                "history",
                "heads",
                "merge",
                "branches",
                "show",
                "edit",
                "ensure-version",
                "graph",
                "plan",
                "status",
                "doctor",
                "adopt",
                "completion",
                "check",
                "diff",
                "verify"
            })
    void help_ofACommand_goesToStandardOutput(String command) {
        Result result = place.run(command, "--help");

        assertThat(result.out())
                .startsWith("Usage: reflux " + command + " [OPTIONS]")
                .contains("reflux --help");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
    }

    @Test
    void help_listsAllCommandsInTheOrderOfWork() {
        Result result = place.run("--help");

        assertThat(result.out()).contains("  init ", "  revision ", "  upgrade ", "  heads ", "First steps:");
        assertThat(result.code()).isZero();
    }

    @Test
    void help_beforeACommand_isThatOfTheProgram() {
        assertThat(place.run("--help", "upgrade").out())
                .isEqualTo(place.run("--help").out());
    }

    @Test
    void version_isPrinted() {
        assertThat(place.run("--version").out()).startsWith("reflux ");
    }

    @Test
    void connectionString_asATarget_isNotRepeatedWithItsPassword() {
        Result result = place.run("upgrade", "postgresql://ann:s3cret@host/db");

        assertThat(result.err())
                .contains("\"postgresql://ann:****@host/db\" is no target.")
                .doesNotContain("s3cret");
        assertThat(result.code()).isEqualTo(2);
    }
}
