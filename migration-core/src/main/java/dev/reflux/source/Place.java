package dev.reflux.source;

import dev.reflux.sql.Script;
import dev.reflux.sql.SourcePosition;
import dev.reflux.sql.SqlProblem;
import java.util.List;

/** Words a problem at a place of a source file. Lines and columns count from 1, as in {@link SourcePosition}. */
final class Place {

    private static final int INDENT = 6;

    private Place() {}

    /** {@code migrations/x.sql:3: …}, for the line of this offset. */
    static String line(String origin, String text, int offset, String sentence) {
        return origin + ":" + new Script(text, List.of()).position(offset).line() + ": " + sentence;
    }

    /** {@code migrations/x.sql:3:7: …}, then the line of the source with a caret below the column. */
    static String caret(String origin, String text, int offset, String sentence) {
        Script source = new Script(text, List.of());
        SourcePosition position = source.position(Math.min(offset, text.length()));
        return caret(origin, position, sentence, source.caret(position));
    }

    /** A problem of the lexer, in the same form. */
    static String of(String origin, SqlProblem problem) {
        return caret(origin, problem.position(), problem.fact() + " " + problem.remedy(), problem.excerpt());
    }

    /** The same where the excerpt is there already. */
    static String caret(String origin, SourcePosition position, String sentence, String excerpt) {
        return origin + ":" + position.line() + ":" + position.column() + ": " + sentence + "\n" + indented(excerpt);
    }

    /** The excerpt as it stands below a problem. */
    static String indented(String excerpt) {
        return excerpt.indent(INDENT).stripTrailing();
    }
}
