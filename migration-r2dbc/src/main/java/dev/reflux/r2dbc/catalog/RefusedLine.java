package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.wire.ServerError;
import dev.reflux.sql.SourcePosition;
import java.io.Serial;
import java.util.Optional;

/** The server refused a statement. Stays inside this package; users see what is made of it. */
final class RefusedLine extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Line line;
    private final transient ServerError error;
    private final transient Optional<Integer> position;
    private final int candidates;

    /**
     * @param candidates how many statements it may have been, this one and those after it
     * @param position where in the line, in code points from 1, if the server says so
     */
    RefusedLine(Line line, int candidates, ServerError error, Optional<Integer> position) {
        super(error.message(), null, false, false);
        this.line = line;
        this.candidates = candidates;
        this.error = error;
        this.position = position;
    }

    ServerError error() {
        return error;
    }

    /** The report, where the statement is one of the user's. */
    Optional<SchemaFailedException> report() {
        return line.command().map(this::report);
    }

    private SchemaFailedException report(Command command) {
        Command.Place place = command.place();
        SourcePosition at = command.position(error, position);
        String others =
                candidates == 1 ? "" : ", or one of the " + (candidates - 1) + " after it that were sent with it";
        String message = "PostgreSQL refused statement " + place.number() + " of " + place.source() + ", line "
                + at.line() + others + ":\n\n    "
                + place.script().caret(at).replace("\n", "\n    ") + "\n\n"
                + said();
        return new SchemaFailedException(message, place.source(), at.line(), error.sqlState());
    }

    /** What the server said, with all that helps to understand it. */
    String said() {
        StringBuilder text = new StringBuilder(error.severity() + " " + error.sqlState() + ": " + error.message());
        error.detail().ifPresent(detail -> text.append("\nDetail: ").append(detail));
        error.hint().ifPresent(hint -> text.append("\nHint: ").append(hint));
        error.where().ifPresent(where -> text.append("\nWhere: ").append(where.replace("\n", "\n       ")));
        return text.toString();
    }
}
