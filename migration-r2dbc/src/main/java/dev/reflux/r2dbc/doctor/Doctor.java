package dev.reflux.r2dbc.doctor;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.Migrator;
import dev.reflux.r2dbc.StateTable;
import dev.reflux.r2dbc.doctor.Finding.Topic;
import dev.reflux.r2dbc.wire.OwnConnection;
import dev.reflux.r2dbc.wire.TextRow;
import dev.reflux.source.Migrations;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks at a database as somebody who knows what runs need: what the server is, what stands before it, which rights are missing,
 * what an interrupted run has left behind.
 *
 * <pre>{@code
 * Mono<Diagnosis> diagnosis = Doctor.of(connectionFactory, InstantSource.system())
 *         .migrations(Migrations.inPackage("com.example.migrations"))
 *         .examine();
 * }</pre>
 *
 * <p>It changes nothing and takes no lock. It needs two connections at the same time. Cold; immutable; safe for several threads.
 */
public final class Doctor {

    /** A parameter of a connection that means nothing to a server, and is not passed on by poolers. */
    public static final String MARK = "reflux.mark";

    private final ConnectionFactory factory;
    private final InstantSource clock;
    private final StateTable table;
    private final Optional<Migrations> migrations;
    private final Optional<ConnectionFactory> marked;

    private Doctor(
            ConnectionFactory factory,
            InstantSource clock,
            StateTable table,
            Optional<Migrations> migrations,
            Optional<ConnectionFactory> marked) {
        this.factory = OwnConnection.unpooled(factory);
        this.clock = clock;
        this.table = table;
        this.migrations = migrations;
        this.marked = marked;
    }

    /**
     * A doctor for a database.
     *
     * @param factory of r2dbc-postgresql, or a pool of its connections
     * @param clock of this machine, to be compared with the server's
     */
    public static Doctor of(ConnectionFactory factory, InstantSource clock) {
        return new Doctor(factory, clock, StateTable.DEFAULT, Optional.empty(), Optional.empty());
    }

    /** The same for another state table. */
    public Doctor stateTable(StateTable other) {
        return new Doctor(factory, clock, other, migrations, marked);
    }

    /** The same with revisions to be compared with the state table. */
    public Doctor migrations(Migrations revisions) {
        return new Doctor(factory, clock, table, Optional.of(revisions), marked);
    }

    /**
     * The same with a way to recognise poolers in session mode.
     *
     * @param connections to the same database, with the parameter {@link #MARK} set to any value
     */
    public Doctor markedConnections(ConnectionFactory connections) {
        return new Doctor(factory, clock, table, migrations, Optional.of(connections));
    }

    /** Looks at everything. What cannot be looked at is a finding; what fails is the first connection alone. */
    public Mono<Diagnosis> examine() {
        return OwnConnection.use(factory, this::examine)
                .single()
                .flatMap(this::withStatus)
                .onErrorMap(R2dbcException.class, Doctor::unreachable);
    }

    private static MigrationException unreachable(R2dbcException error) {
        return new MigrationException(
                "The database cannot be asked: " + error.getMessage()
                        + ".\nCheck the connection string, and that the server runs.",
                error);
    }

    private Mono<Diagnosis> examine(Connection connection) {
        return new ServerProbe(clock)
                .ask(connection)
                .zipWhen(server -> new PoolingProbe(factory, marked).ask(connection))
                .flatMap(both -> findings(connection, both.getT1(), both.getT2())
                        .map(findings -> new Diagnosis(both.getT1(), both.getT2(), findings, Optional.empty())));
    }

    private Mono<List<Finding>> findings(Connection connection, Server server, Pooling pooling) {
        RightsProbe rights = new RightsProbe(table);
        return Flux.concat(
                        Flux.fromIterable(ServerProbe.findings(server, pooling)),
                        Flux.just(PoolingProbe.finding(pooling)),
                        look(connection, Topic.RIGHTS, rights.query(), rows -> rights.findings(rows.get(0), server)),
                        look(connection, Topic.INDEXES, IndexProbe.QUERY, IndexProbe::findings),
                        look(connection, Topic.PARTITIONS, PartitionProbe.QUERY, PartitionProbe::findings),
                        look(
                                connection,
                                Topic.TIMEOUTS,
                                TimeoutProbe.QUERY,
                                rows -> TimeoutProbe.findings(rows, server)))
                .collectList();
    }

    /** Asks, and says so if there is no answer. */
    private static Flux<Finding> look(
            Connection connection, Topic topic, String query, Function<List<TextRow>, List<Finding>> judge) {
        return TextRow.to(connection, query)
                .collectList()
                .flatMapIterable(judge)
                .onErrorResume(
                        R2dbcException.class,
                        error -> Mono.just(Finding.note(
                                topic,
                                "This could not be looked at: " + error.getMessage() + ".",
                                "Ask as a role that may read the system catalogs.")));
    }

    /** The state table is read as a run reads it, on a connection of its own. */
    private Mono<Diagnosis> withStatus(Diagnosis before) {
        return migrations
                .map(revisions -> Migrator.builder(factory)
                        .migrations(revisions)
                        .stateTable(table)
                        .build()
                        .status()
                        .map(status -> with(before, Optional.of(status), RevisionFindings.of(status)))
                        .onErrorResume(
                                MigrationException.class,
                                error -> Mono.just(with(before, Optional.empty(), unreadable(before, error)))))
                .orElseGet(() -> Mono.just(with(before, Optional.empty(), List.of())));
    }

    /** Where rights are missing, that has been said already. */
    private static List<Finding> unreadable(Diagnosis before, MigrationException error) {
        if (before.problems().stream().anyMatch(problem -> problem.topic() == Topic.RIGHTS)) {
            return List.of();
        }
        String[] parts = String.valueOf(error.getMessage()).split("\n", 2);
        return List.of(new Finding(
                Topic.STATE_TABLE,
                Finding.Severity.PROBLEM,
                parts[0],
                parts.length > 1 ? Optional.of(parts[1]) : Optional.empty()));
    }

    private static Diagnosis with(Diagnosis before, Optional<MigrationStatus> status, List<Finding> more) {
        List<Finding> findings = new ArrayList<>(before.findings());
        findings.addAll(more);
        findings.sort(Comparator.comparing(Finding::topic));
        return new Diagnosis(before.server(), before.pooling(), findings, status);
    }
}
