package dev.reflux.r2dbc;

import dev.reflux.r2dbc.wire.ServerError;
import java.io.Serial;
import java.util.Optional;

/** The server refused something that a run sent. Stays inside this package; users see what the report makes of it. */
abstract sealed class ServerFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ServerError error;

    private ServerFailure(ServerError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    final ServerError error() {
        return error;
    }

    /** Whether it is the guard that speaks; a migration may raise whatever it likes. */
    boolean isOfGuard() {
        return false;
    }

    /** Whether the guard said that another run holds the lock. */
    final boolean lockBusy() {
        return isOfGuard() && error.has(BookkeepingSql.LOCK_BUSY);
    }

    /** Whether the guard said that the plan no longer fits. */
    final boolean stateMoved() {
        return isOfGuard() && error.has(BookkeepingSql.STATE_MOVED);
    }

    /** A statement of a step. */
    static final class OfStatement extends ServerFailure {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Entry entry;
        private final transient Optional<Integer> position;

        /**
         * @param position where in the entry's text, in code points from 1, if the server says so
         */
        OfStatement(Entry entry, ServerError error, Optional<Integer> position) {
            super(error);
            this.entry = entry;
            this.position = position;
        }

        @Override
        boolean isOfGuard() {
            return entry.role() == Entry.Role.LOCK || entry.role() == Entry.Role.CHECK;
        }

        Entry entry() {
            return entry;
        }

        Optional<Integer> position() {
            return position;
        }
    }

    /** A read of a migration; the transaction of its step is gone with it. */
    static final class OfRead extends ServerFailure {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient StagedStep step;
        private final String sql;

        OfRead(StagedStep step, String sql, ServerError error) {
            super(error);
            this.step = step;
            this.sql = sql;
        }

        StagedStep step() {
            return step;
        }

        String sql() {
            return sql;
        }
    }

    /** The writing of the state table alone. */
    static final class OfStamp extends ServerFailure {

        @Serial
        private static final long serialVersionUID = 1L;

        OfStamp(ServerError error) {
            super(error);
        }

        @Override
        boolean isOfGuard() {
            return true;
        }
    }
}
