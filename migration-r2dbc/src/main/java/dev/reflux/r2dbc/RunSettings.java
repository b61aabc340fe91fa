package dev.reflux.r2dbc;

import dev.reflux.plan.Planner.Gaps;
import java.time.Duration;

/**
 * How runs behave.
 *
 * @param table where the state is
 * @param scope what one transaction holds
 * @param gaps what to do about revisions inserted below applied ones
 * @param lockTimeout how long a statement may wait for a lock on a table
 * @param waitLimit how long a run waits for another one
 * @param toolVersion recorded with each row
 * @param arguments what migrations are handed
 */
record RunSettings(
        StateTable table,
        TransactionScope scope,
        Gaps gaps,
        Duration lockTimeout,
        Duration waitLimit,
        String toolVersion,
        Arguments arguments) {

    BookkeepingSql sql() {
        return new BookkeepingSql(table, toolVersion, arguments);
    }
}
