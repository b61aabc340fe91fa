package dev.reflux.r2dbc;

import dev.reflux.r2dbc.wire.ServerError;
import dev.reflux.sql.DriverText;
import dev.reflux.sql.Script;
import dev.reflux.sql.SourcePosition;
import dev.reflux.sql.Statement;
import java.util.Optional;

/**
 * One statement of the pending script.
 *
 * @param sql what is sent, without a final semicolon
 * @param role what it is there for
 * @param step the step that it belongs to
 * @param statement where it comes from, for a statement of a migration
 */
record Entry(String sql, Role role, StagedStep step, Optional<Source> statement) {

    enum Role {
        BEGIN,
        SAVEPOINT,
        LOCK,
        CREATE_TABLES,
        CHECK,
        STATEMENT,
        RECORD,
        JOURNAL,
        REPAIR,
        COMMIT
    }

    /**
     * A statement of a migration, and where it stands.
     *
     * @param script the text that it was split from
     * @param statement the statement
     * @param number its place in the migration, from 1
     * @param form how what is sent relates to it
     */
    record Source(Script script, Statement statement, int number, DriverText.Form form) {

        /** The place in the source that the server complains about; the statement's first line where it names none. */
        SourcePosition position(ServerError error, Optional<Integer> position) {
            Optional<Integer> told = form == DriverText.Form.WRAPPED ? innerPosition(error) : position;
            return told.map(statement::position).orElse(statement.start());
        }

        /** The position inside a wrapped statement; an event trigger may report one inside another query. */
        private Optional<Integer> innerPosition(ServerError error) {
            boolean mine =
                    error.innerQuery().filter((statement.text() + "\n")::equals).isPresent();
            return mine ? error.innerPosition() : Optional.empty();
        }
    }

    static Entry of(StagedStep step, Script script, Statement statement, int number) {
        DriverText sent = DriverText.of(statement.localForm().orElse(statement.text()));
        return new Entry(
                sent.text(), Role.STATEMENT, step, Optional.of(new Source(script, statement, number, sent.form())));
    }

    /** Whether it records that a step is done. */
    boolean isRecord() {
        return role == Role.RECORD || role == Role.JOURNAL;
    }

    static Entry of(Role role, String sql, StagedStep step) {
        return new Entry(sql, role, step, Optional.empty());
    }
}
