package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.wire.ServerError;
import dev.reflux.sql.DriverText;
import dev.reflux.sql.Script;
import dev.reflux.sql.SourcePosition;
import dev.reflux.sql.Statement;
import dev.reflux.sql.StatementTokens;
import java.util.Optional;

/**
 * One statement of a schema script, as it is sent.
 *
 * @param place where it stands
 * @param sql what is sent, without a final semicolon
 * @param form what is sent
 * @param effect how far it reaches
 */
record Command(Place place, String sql, Form form, Effect effect) {

    /** How what is sent relates to the statement. */
    enum Form {
        /** Each character stands where it stood. */
        SAME_POSITIONS,
        /** A {@code DO} block executes it. */
        WRAPPED,
        /** It was rewritten; a position in it is none in the statement. */
        REWRITTEN
    }

    /** How far a statement reaches. */
    enum Effect {
        /** It makes or changes objects. */
        OBJECTS,
        /** It sets something until the transaction ends. */
        SETTING,
        /** What it makes can only be used after a commit, unless the same transaction made what it is added to. */
        NEEDS_COMMIT
    }

    /**
     * Where a statement stands.
     *
     * @param source of the script
     * @param script the text that it was split from
     * @param statement the statement
     * @param number its place in the script, from 1
     */
    record Place(String source, Script script, Statement statement, int number) {

        /**
         * A problem in words, with the line and a caret below.
         *
         * @param offset where in the statement, in UTF-16 units
         */
        String problem(int offset, String sentence) {
            SourcePosition at = script.position(statement.offset() + offset);
            return problem(source, at, sentence, script.caret(at));
        }

        static String problem(String source, SourcePosition at, String sentence, String excerpt) {
            return source + ":" + at.line() + ":" + at.column() + ": " + sentence + "\n"
                    + excerpt.indent(6).stripTrailing();
        }
    }

    /** A statement that is sent as it is. */
    static Command of(Place place, Effect effect) {
        return of(place, place.statement().text(), effect);
    }

    /** A statement of which some characters are replaced by as many others. */
    static Command of(Place place, String text, Effect effect) {
        DriverText sent = DriverText.of(text);
        Form form = sent.form() == DriverText.Form.WRAPPED ? Form.WRAPPED : Form.SAME_POSITIONS;
        return new Command(place, sent.text(), form, effect);
    }

    /** A statement of which another is sent. */
    static Command rewritten(Place place, String text, Effect effect) {
        return new Command(place, DriverText.of(text).text(), Form.REWRITTEN, effect);
    }

    /** The tokens of the statement as it was written. */
    StatementTokens tokens() {
        return StatementTokens.of(place.statement().text());
    }

    /**
     * The place in the source that an error points to; the beginning of the statement where it points nowhere.
     *
     * @param position where in what was sent, in code points from 1
     */
    SourcePosition position(ServerError error, Optional<Integer> position) {
        Statement statement = place.statement();
        Optional<Integer> told = switch (form) {
            case SAME_POSITIONS -> position;
            case WRAPPED -> error.innerPosition();
            case REWRITTEN -> Optional.empty();
        };
        return told.map(statement::position).orElse(statement.start());
    }
}
