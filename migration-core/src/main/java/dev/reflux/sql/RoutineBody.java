package dev.reflux.sql;

/**
 * Follows a statement in order to know whether it stands inside {@code BEGIN ATOMIC … END}, the body of a SQL-standard
 * function, where semicolons do not end the statement.
 *
 * <p>Nobody can tell without a parser; psql counts {@code BEGIN}, {@code CASE} and {@code END} in statements that begin with
 * {@code CREATE [OR REPLACE] FUNCTION | PROCEDURE}. This does the same, and knows better where psql errs: a word after
 * {@code AS} or a dot is a label, and the {@code END} of a body follows a semicolon.
 */
final class RoutineBody {

    private enum Phase {
        START,
        CREATE,
        OR,
        HEADER,
        BODY,
        NONE
    }

    private enum Previous {
        BEGIN,
        SEPARATOR,
        LABEL_FOLLOWS,
        OTHER
    }

    private Phase phase = Phase.START;
    private Previous previous = Previous.OTHER;
    private int openCases;
    private int beginAt;

    /** Whether the statement has a body that is not closed yet. */
    boolean isOpen() {
        return phase == Phase.BODY;
    }

    /** The index of the {@code BEGIN} of the body. */
    int beginAt() {
        return beginAt;
    }

    /** A new statement begins. */
    void reset() {
        phase = Phase.START;
        previous = Previous.OTHER;
        openCases = 0;
    }

    /** Takes the next token of the statement. */
    void accept(Lexer token, int parenthesisDepth) {
        if (phase == Phase.NONE || parenthesisDepth > 0) {
            return;
        }
        phase = next(token);
        previous = describe(token);
    }

    private Phase next(Lexer token) {
        return switch (phase) {
            case START -> token.isWord("create") ? Phase.CREATE : Phase.NONE;
            case CREATE -> afterCreate(token);
            case OR -> token.isWord("replace") ? Phase.CREATE : Phase.NONE;
            case HEADER -> inHeader(token);
            case BODY -> inBody(token);
            case NONE -> Phase.NONE;
        };
    }

    private static Phase afterCreate(Lexer token) {
        if (token.isWord("or")) {
            return Phase.OR;
        }
        return token.isWord("function") || token.isWord("procedure") ? Phase.HEADER : Phase.NONE;
    }

    private Phase inHeader(Lexer token) {
        if (previous == Previous.BEGIN && token.isWord("atomic")) {
            return Phase.BODY;
        }
        if (token.isWord("begin")) {
            beginAt = token.start();
        }
        return Phase.HEADER;
    }

    private Phase inBody(Lexer token) {
        if (previous == Previous.LABEL_FOLLOWS) {
            return Phase.BODY;
        }
        if (token.isWord("case")) {
            openCases++;
        } else if (token.isWord("end")) {
            if (openCases > 0) {
                openCases--;
            } else if (previous == Previous.SEPARATOR) {
                return Phase.NONE;
            }
        }
        return Phase.BODY;
    }

    private static Previous describe(Lexer token) {
        if (token.isSymbol(';') || token.isWord("atomic")) {
            return Previous.SEPARATOR;
        }
        if (token.isSymbol('.') || token.isWord("as")) {
            return Previous.LABEL_FOLLOWS;
        }
        return token.isWord("begin") ? Previous.BEGIN : Previous.OTHER;
    }
}
