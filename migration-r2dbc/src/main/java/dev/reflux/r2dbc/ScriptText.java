package dev.reflux.r2dbc;

import java.util.List;

/** The text of a script for {@code psql}. */
final class ScriptText {

    /** How it begins. Each piece ends with an empty line. */
    static final String HEAD = """
            -- Written by Reflux, for psql. It stops at the first error; what is committed by then is recorded.
            \\set ON_ERROR_STOP on

            """;

    private ScriptText() {}

    /** A line that says something to whoever reads the script. */
    static String comment(String text) {
        return line(text) + "\n";
    }

    private static String line(String text) {
        return "-- " + text.replaceAll("\\p{Cntrl}+", " ") + "\n";
    }

    /** Statements that hold together. */
    static String transaction(List<String> statements) {
        return "BEGIN;\n" + terminated(statements) + "COMMIT;\n\n";
    }

    /** A step with everything in one transaction. */
    static String step(String title, List<String> before, List<String> code, List<String> after) {
        return line(title) + "BEGIN;\n" + terminated(before) + terminated(code) + terminated(after) + "COMMIT;\n\n";
    }

    /** A step outside a transaction: looked at before, recorded after. */
    static String aloneStep(String title, List<String> before, List<String> code, List<String> after) {
        return line(title + ", outside a transaction") + "BEGIN;\n" + terminated(before) + "COMMIT;\n"
                + terminated(code) + transaction(after);
    }

    /** The semicolon has a line of its own where the text might end in a comment. */
    private static String terminated(List<String> statements) {
        StringBuilder text = new StringBuilder();
        for (String statement : statements) {
            boolean mayEndInComment = statement.lastIndexOf("--") > statement.lastIndexOf('\n');
            text.append(statement).append(mayEndInComment ? "\n;\n" : ";\n");
        }
        return text.toString();
    }
}
