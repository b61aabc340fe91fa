package dev.reflux.r2dbc;

import dev.reflux.source.LoadedRevision;
import dev.reflux.source.RefusedStatementException;
import dev.reflux.source.StatementRules;
import dev.reflux.sql.Script;
import io.r2dbc.spi.Connection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** The one place that touches jOOQ's classes; loading them costs half a second, and SQL revisions do without. */
final class Jooq {

    private Jooq() {}

    /** A context that renders for PostgreSQL, and reads with static statements: nothing is prepared at the server. */
    static DSLContext context(Connection connection) {
        Settings settings =
                new Settings().withStatementType(StatementType.STATIC_STATEMENT).withExecuteLogging(false);
        return DSL.using(connection, SQLDialect.POSTGRES, settings);
    }

    /**
     * The statements of a query that a migration has emitted.
     *
     * @throws RefusedStatementException if they cannot run as the revision is declared
     */
    static Script script(LoadedRevision revision, DSLContext db, Query query) {
        Script script = Script.parse(db.renderInlined(query));
        List<String> problems = StatementRules.of(revision).problems(script.statements());
        if (!problems.isEmpty()) {
            throw new RefusedStatementException(problems);
        }
        return script;
    }
}
