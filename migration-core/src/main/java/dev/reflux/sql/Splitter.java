package dev.reflux.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits one text, once. A statement ends at a semicolon outside parentheses and outside the body of a routine. */
final class Splitter {

    /** After so many problems the rest of the text is of no interest. */
    private static final int MOST_PROBLEMS = 20;

    private static final int NONE = -1;

    private final String text;
    private final int to;
    private final Lexer lexer;
    private final PositionCursor cursor;
    private final RoutineBody body = new RoutineBody();
    private final List<Statement> statements = new ArrayList<>();
    private final List<SqlProblem> problems = new ArrayList<>();
    private int start = NONE;
    private int end;
    private int depth;
    private int parenthesisAt;

    Splitter(String file, int from, int to) {
        this.text = file;
        this.to = to;
        this.cursor = PositionCursor.atStartOf(file);
        this.lexer = new Lexer(file, from == 0 && PositionCursor.startsWithByteOrderMark(file) ? 1 : from, to);
        refuseCharacters(from);
    }

    Script split() {
        boolean more = true;
        while (more && problems.size() < MOST_PROBLEMS) {
            more = take(lexer.advance());
        }
        if (problems.isEmpty()) {
            return new Script(text, statements);
        }
        problems.sort(Comparator.comparingInt(problem -> problem.position().offset()));
        throw new SqlSyntaxException(problems);
    }

    /** Takes a token; false if it was the last. */
    private boolean take(TokenKind kind) {
        switch (kind) {
            case END -> finish();
            case UNTERMINATED -> refuse(lexer.start(), Refusal.unterminated(text, lexer.start()));
            case SYMBOL -> takeSymbol(text.charAt(lexer.start()));
            default -> include();
        }
        return kind != TokenKind.END && kind != TokenKind.UNTERMINATED;
    }

    private void takeSymbol(char symbol) {
        if (symbol == '\\') {
            refusePsqlLine();
        } else if (symbol == ';' && depth == 0 && !body.isOpen()) {
            endStatement();
        } else {
            count(symbol);
            include();
        }
    }

    private void count(char symbol) {
        if (symbol == '(') {
            if (depth++ == 0) {
                parenthesisAt = lexer.start();
            }
        } else if (symbol == ')' && depth > 0) {
            depth--;
        }
    }

    private void include() {
        if (start == NONE) {
            start = lexer.start();
        }
        end = lexer.end();
        body.accept(lexer, depth);
    }

    private void endStatement() {
        if (start != NONE) {
            Tokens tokens = new Tokens(text.substring(start, end));
            Refusal.of(tokens).ifPresentOrElse(this::refuseStatement, () -> keep(tokens));
        }
        reset();
    }

    private void keep(Tokens tokens) {
        statements.add(new Statement(tokens.text(), cursor.advanceTo(start), Classifier.classify(tokens)));
    }

    private void reset() {
        start = NONE;
        depth = 0;
        body.reset();
    }

    private void finish() {
        if (depth > 0) {
            refuse(parenthesisAt, Refusal.PARENTHESIS);
        } else if (body.isOpen()) {
            refuse(body.beginAt(), Refusal.ROUTINE_BODY);
        } else {
            endStatement();
        }
    }

    private void refuse(int offset, Refusal refusal) {
        problems.add(SqlProblem.at(text, offset, refusal));
    }

    private void refuseStatement(Refusal refusal) {
        refuse(start, refusal);
        if (refusal.equals(Refusal.COPY_FROM)) {
            skipCopiedRows();
        }
    }

    /** The rows that follow {@code COPY … FROM STDIN} are not SQL; they end at a line of a backslash and a dot. */
    private void skipCopiedRows() {
        int line = text.indexOf("\n\\.", lexer.end());
        int after = line + 3;
        if (line >= 0 && after <= to && (after == to || Ascii.isLineBreak(text.charAt(after)))) {
            lexer.moveTo(after);
        }
    }

    private void refusePsqlLine() {
        int lineEnd = lexer.endOfLine();
        refuse(lexer.start(), PsqlCommand.refuse(text.substring(lexer.start(), lineEnd)));
        lexer.moveTo(lineEnd);
        reset();
    }

    private void refuseCharacters(int from) {
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character == '\0') {
                refuse(i, Refusal.NUL);
                return;
            }
            if (Character.isSurrogate(character)) {
                if (i + 1 == to || !Character.isSurrogatePair(character, text.charAt(i + 1))) {
                    refuse(i, Refusal.SURROGATE);
                    return;
                }
                i++;
            }
        }
    }
}
