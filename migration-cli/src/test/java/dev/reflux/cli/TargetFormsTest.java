package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each form of a target with each command that takes targets. The graph has two branches,
 * {@code a100 -> b200 -> c311 (left) -> d411} and {@code b200 -> c322 (right) -> d422}; its revisions do nothing.
 */
@PostgresTest
class TargetFormsTest {

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    TargetFormsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void writeRevisions() {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        revision("a100", "", "");
        revision("b200", "a100", "");
        revision("c311", "b200", "left");
        revision("d411", "c311", "");
        revision("c322", "b200", "right");
        revision("d422", "c322", "");
    }

    private void revision(String id, String parent, String label) {
        place.write(
                "migrations/" + id + ".sql",
                "-- revision: " + id + (parent.isEmpty() ? "" : "\n-- revises: " + parent)
                        + (label.isEmpty() ? "" : "\n-- labels: " + label)
                        + "\n-- message: m\n\n-- upgrade\n\n-- downgrade\n");
    }

    private void stampAt(String applied) {
        List<String> arguments = new ArrayList<>(List.of("stamp", "--purge", "--yes", "--quiet"));
        arguments.addAll(Arrays.asList(applied.split(" ")));
        assertThat(place.run(arguments.toArray(String[]::new)).all()).isEmpty();
    }

    /** The database has {@code applied}; after the command it has {@code expected}, or that is how the error begins. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base      | upgrade b200               | b200
            base      | upgrade c31                | c311
            base      | upgrade c3                 | error: "c3" is the beginning of "c311" and "c322"
            base      | upgrade head               | error: Cannot resolve target "head": there are 2 heads
            base      | upgrade heads              | d411 d422
            base      | upgrade                    | d411 d422
            b200      | upgrade base               | b200
            base      | upgrade left               | c311
            base      | upgrade left@head          | d411
            base      | upgrade left@heads         | d411
            b200      | upgrade left@base          | b200
            base      | upgrade left@d411          | d411
            base      | upgrade left@c322          | error: Cannot resolve target "left@c322"
            base      | upgrade c311@head          | d411
            base      | upgrade c311@base          | base
            base      | upgrade d411@b200          | b200
            base      | upgrade +2                 | b200
            b200      | upgrade +1                 | error: Cannot resolve target "+1"
            d411      | upgrade -1                 | error: Cannot use target "-1"
            base      | upgrade c311+1             | d411
            base      | upgrade d411-1             | c311
            base      | upgrade left@head-1        | c311
            base      | upgrade head-1             | error: Cannot resolve target "head-1"
            base      | upgrade base+2             | b200
            base      | upgrade c311+9             | error: Cannot resolve target "c311+9"
            c311      | upgrade right@+1           | c311 c322
            c311      | upgrade right@-1           | error: Cannot use target "right@-1"
            base      | upgrade left@c311+1        | d411
            base      | upgrade right@base+3       | c322
            base      | upgrade current            | error: Cannot use target "current"
            base      | upgrade c311 c322          | c311 c322
            base      | upgrade b200:d411          | error: "b200:d411" is a range
            d411 d422 | upgrade b200               | d411 d422
            d411      | downgrade b200             | b200
            d411      | downgrade b2               | b200
            d411      | downgrade head             | error: Cannot resolve target "head"
            d411 d422 | downgrade heads            | error: Cannot use target "heads"
            d411 d422 | downgrade base --yes       | base
            d411 d422 | downgrade left             | c311 d422
            d411 d422 | downgrade left@head        | d411 d422
            d411 d422 | downgrade left@base --yes  | base
            d411 d422 | downgrade left@b200        | d422
            d411 d422 | downgrade d411@b200        | d422
            d411 d422 | downgrade c311@base --yes  | base
            d411 d422 | downgrade +1               | error: Cannot use target "+1"
            d411      | downgrade -1               | c311
            d411 d422 | downgrade -1               | error: Cannot resolve target "-1"
            d411 d422 | downgrade d411-1           | c311 d422
            d411 d422 | downgrade b200+1           | error: Cannot resolve target "b200+1"
            d411 d422 | downgrade base+2           | b200
            d411 d422 | downgrade left@-1          | c311 d422
            d411 d422 | downgrade left@+1          | error: Cannot use target "left@+1"
            d411 d422 | downgrade left@head-1      | c311 d422
            d411 d422 | downgrade right@base+3     | c322 d411
            d411      | downgrade d422             | error: Cannot downgrade to "d422": d422 (m) is not applied.
            d411      | downgrade current          | error: Cannot use target "current"
            base      | stamp c311                 | c311
            base      | stamp c31                  | c311
            base      | stamp head                 | error: Cannot resolve target "head"
            base      | stamp heads                | d411 d422
            d411      | stamp base                 | base
            base      | stamp left                 | c311
            base      | stamp left@head            | d411
            base      | stamp left@heads           | d411
            d411 d422 | stamp left@base            | d422
            base      | stamp left@c311            | c311
            base      | stamp c311@head            | d411
            base      | stamp +1                   | error: Cannot use target "+1"
            d411      | stamp -1                   | error: Cannot use target "-1"
            base      | stamp c311+1               | error: Cannot use target "c311+1"
            base      | stamp head-1               | error: Cannot use target "head-1"
            base      | stamp left@+1              | error: Cannot use target "left@+1"
            base      | stamp current              | error: Cannot use target "current"
            base      | stamp c311 c322            | c311 c322
            base      | stamp base:c311            | error: "base:c311" is a range
            """)
    void target_movesTheDatabase_orIsExplained(String applied, String command, String expected) {
        stampAt(applied);

        Result result = place.run(command.strip().split(" "));

        if (expected.startsWith("error: ")) {
            assertThat(result.err()).startsWith(expected.strip());
            assertThat(result.code()).isNotZero();
        } else {
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(current()).isEqualTo(expected.strip());
        }
    }

    private String current() {
        List<String> ids = place.run("current", "--quiet")
                .out()
                .lines()
                .map(line -> line.substring(0, 4))
                .sorted()
                .toList();
        return ids.isEmpty() ? "base" : String.join(" ", ids);
    }

    /** The database is at d411; the command names these revisions, or that is how the error begins. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            show c311               | c311
            show c31                | c311
            show head               | error: Cannot resolve target "head"
            show heads              | d411 d422
            show base               | error: There is no revision to show for "base"
            show left               | c311
            show left@head          | d411
            show left@heads         | d411
            show left@base          | error: There is no revision to show for "left@base"
            show left@c311          | c311
            show c311@head          | d411
            show +1                 | error: Cannot use target "+1"
            show -1                 | error: Cannot use target "-1"
            show c311+1             | d411
            show left@head-1        | c311
            show base+2             | b200
            show current            | d411
            show current-1          | c311
            show c311 c322          | c311 c322
            show a:b                | error: "a:b" is no target
            history -r c311:        | d411 c311
            history -r c31:         | d411 c311
            history -r :head        | error: Cannot resolve target "head"
            history -r left:heads   | d411 c311
            history -r base:b200    | b200 a100
            history -r :left@head   | d411 c311 b200 a100
            history -r left@base:left | c311 b200 a100
            history -r :left@c311   | c311 b200 a100
            history -r b200:+1      | error: Cannot resolve target "+1"
            history -r c311:+1      | d411 c311
            history -r -1:d411      | d411 c311
            history -r d411-1:d411  | d411 c311
            history -r base+2:d411  | d411 c311 b200
            history -r :current     | d411 c311 b200 a100
            history -r current:     | d411
            history -r c322:d411    | error: Cannot show the range "c322:d411"
            """)
    void target_namesRevisions_orIsExplained(String command, String expected) {
        stampAt("d411");

        Result result = place.run((command.strip() + " --json").split(" "));

        if (expected.startsWith("error: ")) {
            assertThat(result.err()).startsWith(expected.strip());
            assertThat(result.code()).isNotZero();
        } else {
            List<String> ids = result.out()
                    .lines()
                    .filter(line -> line.contains("\"revision\""))
                    .map(line -> line.replaceAll(".*: \"|\",?$", ""))
                    .toList();
            assertThat(String.join(" ", ids)).isEqualTo(expected.strip());
        }
    }

    /** A new revision builds on these, or that is how the error begins. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            revision -m x --head d411         | d411
            revision -m x --head d41          | d411
            revision -m x --head head         | error: Cannot resolve target "head"
            revision -m x                     | error: It is not clear what the new revision builds on
            revision -m x --head heads        | d411, d422
            revision -m x --head base         | <base>
            revision -m x --head left         | error: Cannot build on c311
            revision -m x --head left --splice | c311
            revision -m x --head left@head    | d411
            revision -m x --head left@heads   | d411
            revision -m x --head left@base    | <base>
            revision -m x --head left@d411    | d411
            revision -m x --head c311@head    | d411
            revision -m x --head +1           | error: Cannot use target "+1"
            revision -m x --head left@head-1  | error: Cannot build on c311
            revision -m x --head c311+1       | d411
            revision -m x --head d411 --head d422 | d411, d422
            merge                             | d411, d422
            merge heads                       | d411, d422
            merge left@head d422              | d411, d422
            merge left right                  | error: Cannot build on c311
            merge left right --splice         | c311, c322
            merge left@head                   | error: There is nothing to merge
            merge base                        | error: There is nothing to merge
            """)
    void target_isWhatANewRevisionBuildsOn_orIsExplained(String command, String expected) {
        Result result = place.run((command.strip() + " --format sql --rev-id e500").split(" "));

        if (expected.startsWith("error: ")) {
            assertThat(result.err()).startsWith(expected.strip());
            assertThat(result.code()).isNotZero();
        } else {
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(place.run("history").out()).containsPattern("(?m)^" + expected.strip() + " -> e500");
        }
    }

    /** With --sql the range says where the database is; the steps of the script, or how the error begins. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upgrade --sql                     | upgrade a100, upgrade b200, upgrade c311, upgrade d411, upgrade c322, upgrade d422
            upgrade --sql b200                | upgrade a100, upgrade b200
            upgrade --sql b200:left@head      | upgrade c311, upgrade d411
            upgrade --sql base:b200           | upgrade a100, upgrade b200
            upgrade --sql :b200               | upgrade a100, upgrade b200
            upgrade --sql b200:d411 d422      | upgrade c311, upgrade d411, upgrade c322, upgrade d422
            upgrade --sql b200:left@+1        | upgrade c311
            upgrade --sql head:d411           | error: Cannot resolve target "head"
            upgrade --sql a:b:c               | error: "b:c" is no target
            upgrade --sql b200:               | error: "" is no target
            upgrade --sql +1:d411             | error: Cannot use target "+1"
            downgrade --sql d411:b200         | downgrade d411, downgrade c311
            downgrade --sql left@head:base    | downgrade d411, downgrade c311, downgrade b200, downgrade a100
            downgrade --sql d411:-1           | downgrade d411
            downgrade --sql b200              | error: A script for a downgrade has to be told
            downgrade --sql :b200             | error: A script for a downgrade has to be told
            downgrade --sql c311:d411         | error: Cannot downgrade to "d411": d411 (m) is not applied.
            """)
    void range_saysWhereAScriptBegins(String command, String expected) {
        Result result = place.run(command.strip().split(" "));

        if (expected.startsWith("error: ")) {
            assertThat(result.err()).startsWith(expected.strip());
            assertThat(result.code()).isNotZero();
            assertThat(result.out()).isEmpty();
        } else {
            List<String> steps = result.out()
                    .lines()
                    .filter(line -> line.matches("-- (up|down)grade .*"))
                    .map(line -> line.substring(3).replaceAll(" \\(m\\)$", ""))
                    .toList();
            assertThat(String.join(", ", steps)).isEqualTo(expected.strip());
        }
    }
}
