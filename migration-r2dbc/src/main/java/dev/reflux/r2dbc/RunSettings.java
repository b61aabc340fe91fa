package dev.reflux.r2dbc;

import dev.reflux.plan.Planner.Gaps;

/**
 * How runs behave.
 *
 * @param table where the state is
 * @param scope what one transaction holds
 * @param gaps what to do about revisions inserted below applied ones
 * @param patience for how long they put up with what others do
 * @param toolVersion recorded with each row
 * @param arguments what migrations are handed
 */
record RunSettings(
        StateTable table,
        TransactionScope scope,
        Gaps gaps,
        Patience patience,
        String toolVersion,
        Arguments arguments) {

    BookkeepingSql sql() {
        return new BookkeepingSql(table, toolVersion, arguments);
    }
}
