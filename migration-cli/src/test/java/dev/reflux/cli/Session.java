package dev.reflux.cli;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays what somebody types, and writes down what appears.
 *
 * <p>{@code $ reflux …} runs a command; {@code $ export NAME=VALUE} sets a variable; {@code $ sql …} asks the database;
 * {@code $ cat FILE} shows a file; {@code $ cat > FILE} writes one, up to a line {@code EOF}; {@code $ answer …} is typed at
 * the next question. What a command writes to standard error begins with {@code ! }, and {@code = 3} is an exit code that is
 * not 0. Lines that begin with {@code #} are remarks; a backslash begins a line that would look like something else. Times, paths and the URL of the database are replaced by words.
 */
final class Session {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private final Path directory;
    private final TestDatabase database;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> answers = new ArrayList<>();
    private final StringBuilder seen = new StringBuilder();

    Session(Path directory, TestDatabase database) {
        this.directory = directory;
        this.database = database;
        environment.put("REFLUX_URL", database.url());
    }

    /** The same text with what appears now. */
    String replay(String written) {
        List<String> lines = written.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#") || line.isEmpty()) {
                seen.append(line).append('\n');
            } else if (line.startsWith("$ cat > ")) {
                int end = i + lines.subList(i, lines.size()).indexOf("EOF");
                String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
                place().write(line.substring(8), text);
                seen.append(line).append('\n').append(text).append("EOF\n");
                i = end;
            } else if (line.startsWith("$ ")) {
                seen.append(line).append('\n');
                type(line.substring(2));
            }
        }
        return seen.toString();
    }

    private Workplace place() {
        return Workplace.in(directory).with(environment);
    }

    private void type(String line) {
        String rest = line.substring(line.indexOf(' ') + 1);
        if (line.startsWith("export ")) {
            environment.put(rest.substring(0, rest.indexOf('=')), rest.substring(rest.indexOf('=') + 1));
        } else if (line.startsWith("sql ")) {
            try {
                database.query(rest).forEach(row -> out(String.join(" | ", row) + "\n"));
            } catch (RuntimeException e) {
                out("! " + e.getMessage());
            }
        } else if (line.startsWith("cat ")) {
            out(Files.exists(directory.resolve(rest)) ? place().read(rest) : "(no such file)");
        } else if (line.startsWith("answer ")) {
            answers.add(rest);
        } else {
            run(words(rest));
        }
    }

    private void run(List<String> arguments) {
        Workplace place = answers.isEmpty() ? place() : place().answering(answers.toArray(String[]::new));
        answers.clear();
        Result result = place.run(arguments.toArray(String[]::new));
        out(result.out());
        result.err().lines().forEach(line -> out(("! " + line).stripTrailing() + "\n"));
        if (result.code() != 0) {
            out("= " + result.code() + "\n");
        }
    }

    private void out(String text) {
        withoutAccidents(text)
                .lines()
                .map(line -> line.isEmpty() || line.startsWith("$") || line.startsWith("#") ? "\\" + line : line)
                .forEach(line -> seen.append(line).append('\n'));
    }

    private String withoutAccidents(String text) {
        return text.replace(database.url(), "DATABASE")
                .replace(directory.toString() + "/", "")
                .replace(directory.toString(), "shop")
                .replaceAll("postgresql://\\S*/" + database.database() + "\\b", "DATABASE")
                .replaceAll("\\d+ ms\\b|\\d+\\.\\d s\\b", "N ms")
                .replaceAll("\"durationMs\":( ?)\\d+", "\"durationMs\":$1N")
                .replaceAll("(?<!created: |created\":? \")(?<![\\d-])20\\d\\d-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
                .replaceAll("TIME by \\w+", "TIME by USER")
                .replaceAll("\"appliedBy\": \"\\w+\"", "\"appliedBy\": \"USER\"");
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group().replaceAll("^[\"']|[\"']$", ""));
        }
        return words;
    }
}
