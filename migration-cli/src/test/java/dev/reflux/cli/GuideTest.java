package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the guide tells people to type. Every command line of every page is one that the command understands. Pages that are to be
 * followed from the beginning mark their blocks with comments, {@code run} or {@code file}, and are followed here.
 */
@PostgresTest
class GuideTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern SHELL = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FOLLOWED =
            Pattern.compile("^<!-- (run|file \\S+) -->\\n```\\w+\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private final TestDatabase database;

    @TempDir
    private Path directory = Path.of("");

    GuideTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @Test
    void everyCommand_isUnderstood() throws IOException {
        Workplace place = Workplace.in(directory.resolve("project"));
        List<String> refused = new ArrayList<>();
        int commands = 0;
        for (Path page : pages()) {
            for (String block : matches(SHELL, page)) {
                for (String line : commands(block)) {
                    List<String> words = new ArrayList<>(words(line));
                    words.add("--help"); // it is parsed, and not run
                    Result result = place.run(words.toArray(String[]::new));
                    commands++;
                    if (result.code() != 0) {
                        refused.add(page.getFileName() + ": " + line + "\n" + result.err());
                    }
                }
            }
        }

        assertThat(refused).isEmpty();
        assertThat(commands).isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick-start.md", "branches.md"})
    void page_canBeFollowedWordForWord(String page) throws IOException {
        Workplace place = Workplace.in(directory.resolve("project")).with(database.url());
        Files.createDirectories(directory.resolve("project"));
        Matcher matcher = FOLLOWED.matcher(text(ROOT.resolve("docs").resolve(page)));

        while (matcher.find()) {
            if (matcher.group(1).equals("run")) {
                for (String line : commands(matcher.group(2))) {
                    Result result = place.run(words(line).toArray(String[]::new));
                    assertThat(result.code()).as(line + "\n" + result.all()).isZero();
                }
            } else {
                String file = matcher.group(1).substring("file ".length());
                assertThat(directory.resolve("project").resolve(file)).exists();
                place.write(file, matcher.group(2));
            }
        }

        assertThat(database.query("SELECT count(*) > 1 FROM schema_revision")).containsExactly(List.of("t"));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> guide = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), guide.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static List<String> matches(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(text(page))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String text(Path page) throws IOException {
        return Files.readString(page);
    }

    /** The lines that call reflux, without what only a shell reads: the remark behind it, and where its output goes. */
    private static List<String> commands(String block) {
        return block.lines()
                .filter(line -> line.startsWith("reflux "))
                .map(line -> line.replaceFirst("\\s+#.*", "").replaceFirst("\\s+>.*", ""))
                .map(line -> line.substring("reflux ".length()))
                .toList();
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(GuideTest::word).toList();
    }

    private static String word(MatchResult word) {
        return Stream.of(1, 2, 3)
                .map(word::group)
                .filter(text -> text != null)
                .findFirst()
                .orElseThrow();
    }
}
