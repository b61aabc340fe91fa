package dev.reflux.r2dbc;

import dev.reflux.plan.Direction;
import dev.reflux.r2dbc.AppliedRevision.Progress.Unfinished;
import dev.reflux.revision.RevisionId;
import dev.reflux.source.LoadedRevision;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SQL that surrounds a step: how it begins, the guard that lets one runner through, and the row that records it. Pure
 * text, for literal inclusion in a script.
 *
 * <p>The guard is two statements, for each must see what was committed before it took its own snapshot: the first takes the
 * lock, the second looks at the state table. Both raise an SQLSTATE of our own, so that the rest of the script is skipped and
 * the step has done nothing. Everything is set with {@code LOCAL} meaning: the session may belong to a pooler.
 *
 * <p>Functions are named with their schema, since a migration may move the {@code search_path}. Times come from
 * {@code clock_timestamp()}, because {@code now()} stands still during one message.
 */
final class BookkeepingSql {

    /** Another runner holds the lock. */
    static final String LOCK_BUSY = "RX001";
    /** The state table is not what the plan was made from. */
    static final String STATE_MOVED = "RX002";
    /** The notice that a step has begun. */
    static final String STEP_BEGUN = "RX000";
    /** The notice that a step is recorded; its message is the duration in milliseconds. */
    static final String STEP_RECORDED = "RX003";

    static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
    static final String COMMIT = "COMMIT";

    /** Around each step of a run that is one transaction: no step reaches the savepoints of another. */
    static final String SAVEPOINT = "SAVEPOINT reflux_step";

    static final String RELEASE = "RELEASE SAVEPOINT reflux_step";

    private static final String NOW = "pg_catalog.clock_timestamp()";
    /** Epoch seconds, because a migration may change how timestamps are printed. */
    static final String SECONDS_NOW = "pg_catalog.date_part('epoch', " + NOW + ")";

    private static final String MILLIS_SINCE_BEGIN = "(1000 * (" + SECONDS_NOW
            + " - nullif(pg_catalog.current_setting('reflux.begun', true), '')::double precision))::bigint";

    private final StateTable table;
    private final String toolVersion;
    private final Arguments arguments;

    BookkeepingSql(StateTable table, String toolVersion, Arguments arguments) {
        this.table = table;
        this.toolVersion = toolVersion;
        this.arguments = arguments;
    }

    /** Takes the lock of the state table for this transaction, or raises {@link #LOCK_BUSY}; and sets what is local to it. */
    String lock(Duration lockTimeout) {
        return block(
                local(lockTimeout) + """
                  PERFORM pg_catalog.set_config('reflux.begun', %s::text, true),
                    pg_catalog.set_config('reflux.role', coalesce(nullif(
                      pg_catalog.current_setting('reflux.role', true), ''), pg_catalog.current_setting('role')), true);
                %s  IF NOT pg_catalog.pg_try_advisory_xact_lock(%d) THEN
                    RAISE EXCEPTION USING ERRCODE = '%s', MESSAGE = 'another run holds the lock of the state table';
                  END IF;""".formatted(SECONDS_NOW, arguments.setLocally(), table.lockKey(), LOCK_BUSY));
    }

    /** Sets what is local to a transaction that takes no lock of the state table. */
    String settings(Duration lockTimeout) {
        return block(local(lockTimeout));
    }

    private static String local(Duration lockTimeout) {
        return """
                  PERFORM pg_catalog.set_config('lock_timeout', '%dms', true),
                    pg_catalog.set_config('client_min_messages', 'notice', true);
                  IF pg_catalog.version() !~ 'Visual C|mingw|windows' THEN
                    PERFORM pg_catalog.set_config('client_connection_check_interval', '500ms', true);
                  END IF;
                """.formatted(lockTimeout.toMillis());
    }

    /** Creates the state table and its log, where they are missing. */
    String createTables() {
        return block("""
                  IF pg_catalog.to_regnamespace(%1$s) IS NULL THEN
                    CREATE SCHEMA %2$s;
                  END IF;
                  IF pg_catalog.to_regclass(%3$s) IS NULL THEN
                    CREATE TABLE %4$s (
                      revision text NOT NULL PRIMARY KEY,
                      message text NOT NULL,
                      checksum text,
                      applied_at timestamp with time zone NOT NULL,
                      duration_ms bigint,
                      applied_by text NOT NULL,
                      state text NOT NULL CHECK (state IN ('applied', 'running', 'failed', 'undoing', 'undo_failed')),
                      step_position integer NOT NULL,
                      tool_version text NOT NULL
                    );
                    COMMENT ON TABLE %4$s IS 'What Reflux has applied: one row for each revision.';
                  END IF;
                  IF pg_catalog.to_regclass(%5$s) IS NULL THEN
                    CREATE TABLE %6$s (
                      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                      action text NOT NULL,
                      revision text NOT NULL,
                      message text NOT NULL,
                      checksum text,
                      logged_at timestamp with time zone NOT NULL,
                      duration_ms bigint,
                      logged_by text NOT NULL,
                      tool_version text NOT NULL
                    );
                    COMMENT ON TABLE %6$s IS 'What Reflux has done: a row for each upgrade, downgrade and stamp.';
                  END IF;""".formatted(
                        literal(table.schemaSql()),
                        table.schemaSql(),
                        literal(table.sql()),
                        table.sql(),
                        literal(table.logSql()),
                        table.logSql()));
    }

    /** Checks that the step still fits, or raises {@link #STATE_MOVED}; then says that it begins. */
    String check(StagedStep step) {
        return guard(
                moved(step),
                "RAISE NOTICE USING ERRCODE = '" + STEP_BEGUN + "', MESSAGE = " + literal(step.id()) + ";");
    }

    /** A condition: the step does not fit the state table. */
    String moved(StagedStep step) {
        return step.direction() == Direction.UPGRADE
                ? stands(step, "") + " OR " + neighbours(step, "state = 'applied' AND ") + " <> "
                        + step.neighbours().size()
                : stands(step, "NOT ") + " OR " + neighbours(step, "") + " <> 0";
    }

    /** The condition that the row of a step is not what the step starts from; a resumed one goes on from exactly there. */
    private String stands(StagedStep step, String fresh) {
        String row = "EXISTS (SELECT FROM " + table.sql() + " WHERE revision = " + literal(step.id());
        return step.resumed()
                .map(unfinished -> "NOT " + row + in(unfinished) + ")")
                .orElseGet(() -> fresh + row + (fresh.isEmpty() ? ")" : " AND state = 'applied')"));
    }

    private static String in(Unfinished unfinished) {
        return " AND state = '" + word(unfinished.direction(), unfinished.failed()) + "' AND step_position = "
                + unfinished.statementsDone();
    }

    /** Checks that the state table has this row as it was read. */
    String checkRow(AppliedRevision row) {
        return guard(
                "NOT EXISTS (SELECT FROM " + table.sql() + " WHERE revision = " + literal(row.id())
                        + row.unfinished().map(BookkeepingSql::in).orElse(" AND state = 'applied'") + ")",
                "");
    }

    private String neighbours(StagedStep step, String which) {
        return "(SELECT pg_catalog.count(*) FROM " + table.sql() + " WHERE " + which + "revision IN ("
                + literals(step.neighbours()) + "))";
    }

    /** Checks that the state table has exactly these rows. */
    String checkRows(Collection<RevisionId> rows) {
        return guard(
                "EXISTS (SELECT FROM " + table.sql() + " WHERE revision NOT IN (" + literals(rows) + ")) OR "
                        + "(SELECT pg_catalog.count(*) FROM " + table.sql() + ") <> " + rows.size(),
                "");
    }

    private static String guard(String moved, String otherwise) {
        return block("""
                  IF %s THEN
                    RAISE EXCEPTION USING ERRCODE = '%s', MESSAGE = 'the state table has changed since it was read';
                  END IF;
                  %s""".formatted(moved, STATE_MOVED, otherwise));
    }

    /** An anonymous block, quoted with a tag that does not occur in it. */
    static String block(String body) {
        String tag = "$reflux$";
        for (int i = 1; body.contains(tag); i++) {
            tag = "$reflux" + i + "$";
        }
        return "DO " + tag + " BEGIN\n" + body + "\nEND " + tag;
    }

    /**
     * Records that the step is done, in the state table and in the log, or fails: exactly one row must have changed,
     * whatever triggers and policies those tables have. For as long as that takes, the role and the search path that the
     * migration may have set are put aside; deferred triggers find them again. A notice tells the duration.
     */
    String record(StagedStep step) {
        return recording(change(step));
    }

    /** The statement that records that the step is done; it returns the duration. */
    String change(StagedStep step) {
        return step.direction() == Direction.UPGRADE
                ? add(step.revision(), "upgrade", MILLIS_SINCE_BEGIN)
                : remove(step.id(), "downgrade", MILLIS_SINCE_BEGIN);
    }

    private static String recording(String change) {
        return block("""
                DECLARE
                  millis bigint;
                  migration_role text := pg_catalog.current_setting('role');
                  migration_path text := pg_catalog.current_setting('search_path');
                  migration_messages text := pg_catalog.current_setting('client_min_messages');
                BEGIN
                  PERFORM pg_catalog.set_config('role', coalesce(nullif(
                      pg_catalog.current_setting('reflux.role', true), ''), 'none'), true),
                    pg_catalog.set_config('search_path', 'pg_catalog', true),
                    pg_catalog.set_config('client_min_messages', 'notice', true);
                  %s INTO STRICT millis;
                  RAISE NOTICE USING ERRCODE = '%s', MESSAGE = coalesce(millis, 0)::text;
                  PERFORM pg_catalog.set_config('role', migration_role, true),
                    pg_catalog.set_config('search_path', migration_path, true),
                    pg_catalog.set_config('client_min_messages', migration_messages, true);
                END;""".formatted(change, STEP_RECORDED));
    }

    /** Records a stamped revision. */
    String stamp(LoadedRevision revision) {
        return recording(add(revision, "stamp", "0"));
    }

    /** Forgets a revision that a stamp takes away. */
    String unstamp(RevisionId id) {
        return recording(remove(id, "unstamp", "0"));
    }

    String add(LoadedRevision revision, String action, String millis) {
        return "WITH added AS (INSERT INTO " + table.sql()
                + " (revision, message, checksum, applied_at, duration_ms, applied_by, state, step_position, tool_version)"
                + " VALUES (" + literal(revision.id()) + ", "
                + literal(revision.node().message()) + ", "
                + checksum(revision) + ", " + NOW + ", " + millis + ", session_user, 'applied', 0, "
                + literal(toolVersion) + ") RETURNING *) " + log(action, "added", "duration_ms");
    }

    String remove(RevisionId id, String action, String millis) {
        return "WITH removed AS (DELETE FROM " + table.sql() + " WHERE revision = " + literal(id) + " RETURNING *) "
                + log(action, "removed", millis);
    }

    private String log(String action, String source, String millis) {
        return "INSERT INTO " + table.logSql()
                + " (action, revision, message, checksum, logged_at, duration_ms, logged_by, tool_version)"
                + " SELECT '" + action + "', revision, message, checksum, " + NOW + ", " + millis + ", session_user, "
                + literal(toolVersion) + " FROM " + source + " RETURNING duration_ms";
    }

    /** Journals a step outside a transaction: it has begun, and no statement is done. */
    String journalBegun(StagedStep step) {
        if (step.direction() == Direction.DOWNGRADE) {
            return "UPDATE " + table.sql() + " SET state = 'undoing', step_position = 0, applied_at = " + NOW
                    + " WHERE revision = " + literal(step.id());
        }
        return "INSERT INTO " + table.sql()
                + " (revision, message, checksum, applied_at, applied_by, state, step_position, tool_version) VALUES ("
                + literal(step.id()) + ", " + literal(step.revision().node().message()) + ", "
                + checksum(step.revision()) + ", " + NOW + ", session_user, 'running', 0, " + literal(toolVersion)
                + ")";
    }

    /** Journals that so many statements are done, and that the next one may run. */
    String journalPosition(StagedStep step, int done) {
        return "UPDATE " + table.sql() + " SET state = '" + word(step.direction(), false) + "', step_position = " + done
                + " WHERE revision = " + literal(step.id());
    }

    /** Journals that the statement after the recorded ones has failed. */
    String journalFailed(StagedStep step) {
        return "UPDATE " + table.sql() + " SET state = '" + word(step.direction(), true) + "' WHERE revision = "
                + literal(step.id());
    }

    private static String word(Direction direction, boolean failed) {
        return direction == Direction.UPGRADE ? failed ? "failed" : "running" : failed ? "undo_failed" : "undoing";
    }

    /** Journals that the step is done, and logs it; the duration is that since {@link #journalBegun}. */
    String journalDone(StagedStep step) {
        String millis = "(1000 * pg_catalog.date_part('epoch', " + NOW + " - applied_at))::bigint";
        String changed = step.direction() == Direction.UPGRADE
                ? "WITH changed AS (UPDATE " + table.sql() + " SET state = 'applied', step_position = 0, duration_ms = "
                        + millis + ", applied_at = " + NOW + " WHERE revision = " + literal(step.id())
                        + " RETURNING *) "
                : "WITH changed AS (DELETE FROM " + table.sql() + " WHERE revision = " + literal(step.id())
                        + " RETURNING revision, message, checksum, " + millis + " AS duration_ms) ";
        return recording(changed + log(step.direction().word(), "changed", "duration_ms"));
    }

    /** Records that a person says: all of it is there. */
    String resolveApplied(RevisionId id, Optional<LoadedRevision> source) {
        return resolve("applied", id, "state = 'applied', step_position = 0, applied_at = " + NOW + present(source));
    }

    /** Records that a person says: nothing of it is there. */
    String resolveNotApplied(RevisionId id) {
        return recording(remove(id, "resolve not applied", "0"));
    }

    /** Records that a person says: go on, after so many statements more. */
    String resolveContinue(RevisionId id, Unfinished unfinished, int more, Optional<LoadedRevision> source) {
        return resolve(
                "continue",
                id,
                "state = '" + word(unfinished.direction(), true) + "', step_position = "
                        + (unfinished.statementsDone() + more) + present(source));
    }

    /** Records that a person takes a changed source as the applied one. */
    String accept(LoadedRevision revision) {
        return resolve("accept", revision.id(), "checksum = " + checksum(revision));
    }

    private String resolve(String what, RevisionId id, String change) {
        return recording("WITH changed AS (UPDATE " + table.sql() + " SET " + change + " WHERE revision = "
                + literal(id) + " RETURNING *) " + log("resolve " + what, "changed", "duration_ms"));
    }

    private static String present(Optional<LoadedRevision> source) {
        return source.map(revision -> ", checksum = " + checksum(revision)).orElse("");
    }

    private static String checksum(LoadedRevision revision) {
        return revision.checksum().map(BookkeepingSql::literal).orElse("NULL");
    }

    private static String literals(Collection<RevisionId> ids) {
        return ids.isEmpty()
                ? "NULL"
                : ids.stream().map(BookkeepingSql::literal).collect(Collectors.joining(", "));
    }

    /** A string literal that means the same whatever {@code standard_conforming_strings} says, and holds no question marks. */
    static String literal(Object value) {
        String text = value.toString().replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + text + "'" : "E'" + text.replace("\\", "\\\\") + "'";
    }
}
