package dev.reflux.r2dbc;

import dev.reflux.Migration;
import dev.reflux.plan.Direction;
import dev.reflux.source.LoadedRevision;
import dev.reflux.source.MigrationCode.JavaCode;
import dev.reflux.sql.Script;
import io.r2dbc.spi.Connection;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.exception.DetachedException;
import org.jooq.impl.DSL;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The one place that touches jOOQ's classes; loading them costs half a second, and SQL revisions do without. */
final class Jooq {

    private Jooq() {}

    /** A context that renders for PostgreSQL, and reads with static statements: nothing is prepared at the server. */
    static DSLContext context(Connection connection, Arguments arguments) {
        return with(arguments, DSL.using(connection, SQLDialect.POSTGRES, settings()));
    }

    private static DSLContext detached(Arguments arguments) {
        return with(arguments, DSL.using(SQLDialect.POSTGRES, settings()));
    }

    /**
     * What a migration emits when it has nothing to read from, each query as its statements. User code runs, on a thread that
     * may block. Cold.
     */
    static Flux<Script> writtenDown(LoadedRevision revision, JavaCode code, Direction direction, Arguments arguments) {
        return Flux.defer(() -> CodeFailure.guard(() -> {
                    DSLContext db = detached(arguments);
                    return Flux.from(queries(code.instance().get(), direction, db))
                            .map(query -> script(revision, db, query));
                }))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Whether an error says that a context has nothing to read from. */
    static boolean isDetached(Throwable error) {
        return error instanceof DetachedException;
    }

    private static Settings settings() {
        return new Settings().withStatementType(StatementType.STATIC_STATEMENT).withExecuteLogging(false);
    }

    private static DSLContext with(Arguments arguments, DSLContext db) {
        arguments.values().forEach(db::data);
        return db;
    }

    /** The queries of a migration, not yet asked for. */
    static Publisher<? extends Query> queries(Migration migration, Direction direction, DSLContext db) {
        Publisher<? extends Query> queries =
                direction == Direction.UPGRADE ? migration.upgrade(db) : migration.downgrade(db);
        return Objects.requireNonNull(
                queries,
                () -> "its " + direction.word() + " method returned null; return Flux.empty() for nothing to do");
    }

    /** The statements of a query that a migration has emitted. */
    static Script script(LoadedRevision revision, DSLContext db, Query query) {
        return Checks.script(revision, db.renderInlined(query));
    }
}
