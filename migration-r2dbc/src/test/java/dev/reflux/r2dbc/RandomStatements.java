package dev.reflux.r2dbc;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes scripts that PostgreSQL executes, of everything that makes it hard to see where a statement ends. What a statement
 * does shows in the table {@code out}.
 */
final class RandomStatements {

    private static final List<String> PIECES = List.of(
            ";",
            "''",
            "\"",
            "$$",
            "$a$",
            "--",
            "/*",
            "*/",
            "\n",
            "\r\n",
            "\t",
            "\u00e9",
            "\ud83d\ude80",
            "BEGIN ATOMIC",
            "END",
            "$1",
            "?",
            ":x",
            "(");

    private final Random random;
    private int number;

    RandomStatements(Random random) {
        this.random = random;
    }

    /** Some statements with gaps between them; the last may lack its semicolon. */
    String script() {
        String script = Stream.generate(this::statement)
                .limit(1 + random.nextInt(8))
                .map(statement -> gap() + statement + gap())
                .collect(Collectors.joining(";"));
        return script + (random.nextBoolean() ? ";" + gap() : "");
    }

    private String statement() {
        number++;
        return switch (random.nextInt(8)) {
            case 0 -> atomic();
            case 1 ->
                "CREATE FUNCTION f" + number + "() RETURNS text LANGUAGE plpgsql AS "
                        + dollar("BEGIN\nRETURN '" + text() + "';\nEND") + ";" + gap() + insert("f" + number + "()");
            case 2 -> "DO " + dollar("BEGIN\n" + insert("'" + text() + "'") + "; END");
            case 3 ->
                "CREATE TABLE \"t" + number + ";' -- \"\"\" (id int DEFAULT (1), CHECK (id > 0)); "
                        + insert("count(*)::text") + " FROM pg_tables WHERE tablename LIKE 't%;%'";
            case 4 ->
                "CREATE RULE r AS ON UPDATE TO out DO ALSO (INSERT INTO out(v) VALUES ('a');" + gap()
                        + "INSERT INTO out(v) VALUES ('b')); UPDATE out SET v = v || '.'; DROP RULE r ON out";
            default -> insert(expression());
        };
    }

    private String insert(String expression) {
        return "INSERT" + space() + "INTO out(v)" + space() + "SELECT " + expression;
    }

    private String atomic() {
        return "CREATE " + (random.nextBoolean() ? "OR REPLACE " : "") + "PROCEDURE p" + number + "() LANGUAGE sql"
                + space()
                + "BEGIN" + space() + "ATOMIC" + gap() + " "
                + insert("CASE WHEN true THEN " + expression() + " ELSE '' END") + ";"
                + gap() + insert("'" + text() + "' AS end") + ";" + gap() + " END; CALL p" + number + "()";
    }

    private String expression() {
        return switch (random.nextInt(7)) {
            case 0 -> "'" + text() + "'";
            case 1 -> "E'" + text().replace("$", "\\x24") + random("\\\\", "\\'", "\\n", "\\;") + "'";
            case 2 -> dollar(text());
            case 3 -> "U&'" + text().replace("\\", "") + "\\0041'";
            case 4 -> "'a'\n  '" + text() + "'";
            case 5 -> "(SELECT x." + "\"a;b\"" + " FROM (SELECT '" + text() + "' AS \"a;b\") x)";
            default -> "coalesce(" + "'" + text() + "'" + "," + gap() + "'x')";
        };
    }

    private String dollar(String content) {
        String tag = "$" + random("q", "_1", "\u00e4") + "$";
        return tag + content.replace(tag, "") + tag;
    }

    private String text() {
        return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                .limit(random.nextInt(5))
                .collect(Collectors.joining())
                .replace("\\", "");
    }

    private String space() {
        return random(" ", "\n", "/* ; */", " -- ; '\n", "\t/* /* ' */ $$ */ ");
    }

    private String gap() {
        return random("", " ", "\n", "/* ' ; /* \" */ */", " -- it's; $$\n", "\r\n");
    }

    private String random(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
