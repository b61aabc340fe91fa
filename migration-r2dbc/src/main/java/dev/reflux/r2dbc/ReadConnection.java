package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.sql.DriverText;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The connection that jOOQ sees inside a migration. What it executes goes through the {@link WriteBehind} of the run, so
 * that a read sees what the migration emitted before. Transactions belong to the run: starting or ending one here fails.
 */
final class ReadConnection implements Connection {

    private static final ConnectionMetadata METADATA = new ConnectionMetadata() {
        @Override
        public String getDatabaseProductName() {
            return "PostgreSQL";
        }

        @Override
        public String getDatabaseVersion() {
            return "";
        }
    };

    private final StagedStep step;
    private final Intake intake;
    private final WriteBehind writeBehind;
    private final Runnable admission;

    ReadConnection(StagedStep step, Intake intake, WriteBehind writeBehind) {
        this(step, intake, writeBehind, () -> {});
    }

    /**
     * @param admission is run before each read, and throws if it must not be
     */
    ReadConnection(StagedStep step, Intake intake, WriteBehind writeBehind, Runnable admission) {
        this.admission = admission;
        this.step = step;
        this.intake = intake;
        this.writeBehind = writeBehind;
    }

    @Override
    public Statement createStatement(String sql) {
        List<dev.reflux.sql.Statement> statements =
                Checks.script(step.revision(), sql).statements();
        if (statements.size() != 1) {
            throw new MigrationException("A read is one statement, and this has " + statements.size()
                    + ". Emit what changes something, and read the rest one by one.");
        }
        return new ReadStatement(DriverText.of(statements.get(0).text()).text());
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return METADATA;
    }

    @Override
    public Publisher<Void> close() {
        return Mono.empty();
    }

    @Override
    public boolean isAutoCommit() {
        return false;
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return Mono.empty();
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return Mono.just(true);
    }

    @Override
    public Batch createBatch() {
        throw refused("A batch");
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return Mono.error(refused("A transaction"));
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return beginTransaction();
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return beginTransaction();
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return beginTransaction();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return Mono.error(refused("A savepoint"));
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return createSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return createSavepoint(name);
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return IsolationLevel.READ_COMMITTED;
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return Mono.error(refused("An isolation level"));
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return Mono.error(refused("A lock timeout"));
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return Mono.error(refused("A statement timeout"));
    }

    private static UnsupportedOperationException refused(String what) {
        return new UnsupportedOperationException(
                what + " is the run's own business: a migration emits queries, and reads through db.");
    }

    /** A statement without parameters; jOOQ renders static ones. */
    private final class ReadStatement implements Statement {

        private final String sql;

        ReadStatement(String sql) {
            this.sql = sql;
        }

        @Override
        public Publisher<? extends Result> execute() {
            return Mono.just(new ReadResult(sql));
        }

        @Override
        public Statement fetchSize(int rows) {
            return this;
        }

        @Override
        public Statement returnGeneratedValues(String... columns) {
            throw refused("Reading generated values without RETURNING");
        }

        @Override
        public Statement add() {
            throw refused("A parameter");
        }

        @Override
        public Statement bind(int index, Object value) {
            throw refused("A parameter");
        }

        @Override
        public Statement bind(String name, Object value) {
            throw refused("A parameter");
        }

        @Override
        public Statement bindNull(int index, Class<?> type) {
            throw refused("A parameter");
        }

        @Override
        public Statement bindNull(String name, Class<?> type) {
            throw refused("A parameter");
        }
    }

    /** Executes when it is asked for its content, which jOOQ does once. */
    private final class ReadResult implements Result {

        private final String sql;

        ReadResult(String sql) {
            this.sql = sql;
        }

        @Override
        public <T> Publisher<T> map(BiFunction<Row, RowMetadata, ? extends T> mapping) {
            return read(result -> result.map(mapping));
        }

        @Override
        public Publisher<Long> getRowsUpdated() {
            return read(Result::getRowsUpdated);
        }

        @Override
        public Result filter(Predicate<Segment> filter) {
            throw refused("Filtering segments");
        }

        @Override
        public <T> Publisher<T> flatMap(Function<Segment, ? extends Publisher<? extends T>> mapping) {
            return read(result -> result.flatMap(mapping));
        }

        private <T> Flux<T> read(Function<Result, Publisher<T>> content) {
            return Flux.defer(() -> {
                admission.run();
                intake.lift();
                return writeBehind.read(step, sql, content);
            });
        }
    }
}
