package dev.reflux.sql;

/**
 * The text to send for a statement so that the R2DBC driver accepts it, with the same meaning to the server.
 *
 * <p>The driver (r2dbc-postgresql, {@code PostgresqlSqlParser}) reads every statement before it sends it, and knows less of
 * SQL than the server. What it refuses, or takes for a bind parameter, although PostgreSQL takes it:
 *
 * <ul>
 *   <li>{@code E'it\'s'}: it knows no backslashes. Sent as {@code E'it''s'}.
 *   <li>{@code $é$…$é$}: it knows tags of ASCII letters only. Sent with another tag of the same length.
 *   <li>A line comment that ends with CR: to the driver it goes on to the next LF, and hides what opens a quote. Sent with
 *       LF.
 *   <li>{@code $1} outside quotes, as in {@code CREATE FUNCTION … RETURN $1 + 1}: it asks for a bind value.
 *   <li>{@code $} in an identifier after one of the Unicode spaces, which to the server are letters: {@code $b} after
 *       U+3000 is one.
 * </ul>
 *
 * <p>The first three keep each character in its place. The last two have no such form, and are wrapped into a {@code DO}
 * block that executes the statement out of a dollar quote. (A comment of {@code --} and CR before the {@code $1}, and an LF
 * after it, hides it from this driver too, but not from one that learns how comments end.)
 *
 * <p>What it merely misreads, such as the {@code $1} in {@code 'a\' $1 '}, does no harm, and most statements cost one scan.
 * Results can be joined with {@code ";\n"}.
 *
 * @param text what to send, without a final semicolon
 * @param form how it came about, which tells where an error position of the server points
 */
public record DriverText(String text, Form form) {

    /** How the text that is sent relates to the statement. */
    public enum Form {
        /** It is the statement. */
        UNCHANGED,
        /** Some characters differ; each stands where it stood, so positions are those of the statement. */
        SAME_POSITIONS,
        /**
         * The statement is executed by a {@code DO} block. The error has an <em>internal</em> position, counted from the
         * beginning of the statement, and its internal query is the statement with a line feed after it. Such a statement
         * fails when it runs, even with a syntax error, and not when the message is parsed. No rows come back.
         */
        WRAPPED
    }

    /**
     * Makes the text to send.
     *
     * @param statement one statement, without a final semicolon
     */
    public static DriverText of(String statement) {
        boolean plain = !mayEndInComment(statement);
        if (plain && DriverParser.accepts(statement)) {
            return new DriverText(statement, Form.UNCHANGED);
        }
        String rewritten = DriverRewriting.of(statement);
        if (DriverParser.accepts(rewritten)) {
            return new DriverText(rewritten, rewritten.equals(statement) ? Form.UNCHANGED : Form.SAME_POSITIONS);
        }
        return new DriverText(wrap(statement), Form.WRAPPED);
    }

    /** Whether a line comment may stand at the end, where it would swallow the semicolon that follows. */
    private static boolean mayEndInComment(String statement) {
        int dashes = statement.lastIndexOf("--");
        return dashes >= 0 && statement.indexOf('\n', dashes) < 0 && statement.indexOf('\r', dashes) < 0;
    }

    private static String wrap(String statement) {
        String outer = freeTag(statement, "m");
        String inner = freeTag(statement, "q");
        // The line feed keeps an identifier at the end apart from the tag, which could otherwise close too early.
        return "DO " + outer + " BEGIN EXECUTE " + inner + statement + "\n" + inner + "; END " + outer;
    }

    private static String freeTag(String statement, String name) {
        String tag = "$" + name + "$";
        for (int number = 1; statement.contains(tag); number++) {
            tag = "$" + name + number + "$";
        }
        return tag;
    }
}
