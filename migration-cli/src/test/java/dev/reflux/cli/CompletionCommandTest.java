package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.RequiresProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts, read by the shells that they are for. */
class CompletionCommandTest {

    /** What a bash does when somebody types words and the tab key; "compopt" works only there. */
    private static final String TAB = """
            compopt() { :; }
            source "$1"
            shift
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            _complete_reflux
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    private Path directory = Path.of("");

    private Path script(String shell) {
        Workplace place = Workplace.in(directory);
        Result result = place.run("completion", shell);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        place.write("reflux." + shell, result.out());
        return directory.resolve("reflux." + shell);
    }

    private Result run(String... command) throws InterruptedException {
        return Child.start(directory, Map.of(), List.of(command)).await();
    }

    private List<String> tabInBash(String... words) throws Exception {
        Path script = script("bash");
        Files.writeString(directory.resolve("tab.bash"), TAB);
        String[] command = new String[words.length + 3];
        command[0] = "bash";
        command[1] = directory.resolve("tab.bash").toString();
        command[2] = script.toString();
        System.arraycopy(words, 0, command, 3, words.length);
        return run(command).out().lines().toList();
    }

    @Test
    @RequiresProgram("bash")
    void bash_completesCommandsOptionsAndValues() throws Exception {
        assertThat(run("bash", "-n", script("bash").toString()).all()).isEmpty();
        assertThat(tabInBash("reflux", "up")).containsExactly("upgrade");
        assertThat(tabInBash("reflux", "graph", "--out")).containsExactly("--output");
        assertThat(tabInBash("reflux", "graph", "--format", "m")).containsExactly("mermaid");
        assertThat(tabInBash("reflux", "adopt", "l")).containsExactly("liquibase");
    }

    @Test
    @RequiresProgram("zsh")
    void zsh_understandsTheScript() throws Exception {
        Path script = script("zsh");

        Result result = run("zsh", "-f", "-c", "source '" + script + "' && print -r -- $_comps[reflux]");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("_complete_reflux");
    }

    @Test
    @RequiresProgram("fish")
    void fish_completesCommandsOptionsAndValues() throws Exception {
        Path script = script("fish");
        String tab = "source " + script + "; for line in 'reflux up' 'reflux adopt li' 'reflux graph --out';"
                + " complete -C $line; end";

        Result result = run("fish", "--no-config", "-c", tab);

        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines().map(line -> line.replaceFirst("\t.*", "")))
                .containsExactly("upgrade", "liquibase", "--output");
    }

    @Test
    void shell_thatIsUnknown_isAMistake() {
        Result result = Workplace.in(directory).run("completion", "tcsh");

        assertThat(result.err()).startsWith("error: \"tcsh\" is no value of SHELL. Use bash, zsh or fish.\n");
        assertThat(result.code()).isEqualTo(2);
    }
}
