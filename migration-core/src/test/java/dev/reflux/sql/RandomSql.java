package dev.reflux.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes statements of all kinds of tokens with hostile contents; lexically right, grammatically nonsense. */
final class RandomSql {

    private static final List<String> HOSTILE = List.of(
            ";",
            "'",
            "\"",
            "$$",
            "$a$",
            "$",
            "--",
            "/*",
            "*/",
            "\\",
            "\n",
            "\r",
            "\t",
            " ",
            "\uD83D\uDE00",
            "\u00e9",
            "a",
            "E",
            "BEGIN",
            "(",
            ")",
            "$1",
            "\u3000");

    private static final List<String> PLAIN = List.of(
            "x",
            "foo$bar$",
            "a$1",
            "\u00e9t\u00e9",
            "\u00a0",
            "12",
            "1.5e3",
            "case",
            "end",
            "+",
            "-",
            "*",
            "/",
            "@-",
            "::text",
            "a.b",
            "[1:2]",
            "?|",
            "$1",
            "$22",
            "u&x",
            "ne");

    private final Random random;

    RandomSql(Random random) {
        this.random = random;
    }

    /** Some statements, each without space or comments around it. */
    List<String> statements() {
        return Stream.generate(this::statement).limit(1 + random.nextInt(5)).toList();
    }

    /** The statements with semicolons, gaps and empty statements between them. */
    String script(List<String> statements) {
        return statements.stream()
                .map(statement -> gap() + statement + gap())
                .collect(Collectors.joining(random.nextInt(4) == 0 ? ";" + gap() + ";" : ";"));
    }

    /** Any sequence of hostile pieces. */
    String noise() {
        return content(20).replace("\u3000", "CREATE FUNCTION BEGIN ATOMIC ");
    }

    private String statement() {
        List<String> tokens = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            tokens.add(token());
        }
        return "SELECT" + tokens.stream().map(token -> gap() + " " + token).collect(Collectors.joining(","));
    }

    private String token() {
        return switch (random.nextInt(9)) {
            case 0 -> pick("", "N", "U&") + quoted("'");
            case 1 -> escapeString();
            case 2 -> pick("", "U&") + quoted("\"");
            case 3 -> dollarString();
            case 4 -> "(" + token() + ";" + gap() + token() + ")";
            case 5 -> "x" + blockComment() + "y";
            case 6 -> "x--" + content(4).replaceAll("[\r\n]", "") + pick("\r", "\n", "\r\n") + "y";
            default -> pick(PLAIN);
        };
    }

    private String gap() {
        return switch (random.nextInt(6)) {
            case 0 -> " ";
            case 1 -> " -- " + content(4).replaceAll("[\r\n]", "") + pick("\r", "\n", "\r\n");
            case 2 -> blockComment();
            case 3 -> pick("\n", "\r\n", "\t", "\f");
            default -> "";
        };
    }

    private String quoted(String quote) {
        return quote + content(6).replace(quote, quote + quote) + quote;
    }

    private String escapeString() {
        String content = content(6).replace("\\", pick("\\\\", "\\n", "\\x41", "\\;"));
        return pick("E", "e") + "'" + content.replace("'", pick("''", "\\'")) + "'";
    }

    private String dollarString() {
        String delimiter = "$" + pick("", "a", "_b1", "\u00e9", "\u00e9\u4e2d", "\uD83D\uDE00") + "$";
        String content = content(6).replace(delimiter, "");
        return (content + delimiter).indexOf(delimiter) == content.length() ? delimiter + content + delimiter : "$$x$$";
    }

    private String blockComment() {
        String content = content(4).replace("*", "").replace("/", "");
        return "/*" + content + (random.nextInt(3) == 0 ? blockComment() : "") + "*/";
    }

    private String content(int most) {
        return Stream.generate(() -> pick(HOSTILE))
                .limit(random.nextInt(most + 1))
                .collect(Collectors.joining());
    }

    private String pick(String... choices) {
        return pick(List.of(choices));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
