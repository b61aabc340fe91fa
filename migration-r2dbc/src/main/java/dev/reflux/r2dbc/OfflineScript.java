package dev.reflux.r2dbc;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.plan.Direction;
import dev.reflux.plan.Plan;
import dev.reflux.plan.Planner;
import dev.reflux.plan.Planner.Gaps;
import dev.reflux.plan.StampPlan;
import dev.reflux.revision.Resolver;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Target;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.MigrationCode.JavaCode;
import dev.reflux.sql.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes a run as a script for {@code psql}, without a look at the database: for somebody who may change it and does not run
 * Reflux. Each revision has its transaction, waits for the lock of the state table, and checks that it still fits; so the
 * script may run while others do, and a second time it stops before it does harm.
 *
 * <p>Where the database is has to be said, for nobody asks it. A migration that reads cannot be written down. Everything is
 * cold; immutable.
 */
public final class OfflineScript {

    private final LoadedMigrations migrations;
    private final BookkeepingSql bookkeeping;
    private final OfflineSql sql;
    private final StateTable table;
    private final Arguments arguments;

    private OfflineScript(LoadedMigrations migrations, StateTable table, Arguments arguments) {
        this.migrations = migrations;
        this.table = table;
        this.arguments = arguments;
        this.bookkeeping = new BookkeepingSql(table, ToolVersion.current(), arguments);
        this.sql = new OfflineSql(bookkeeping, table, arguments);
    }

    /** Scripts of these revisions. */
    public static OfflineScript of(LoadedMigrations migrations) {
        return new OfflineScript(migrations, StateTable.DEFAULT, Arguments.NONE);
    }

    /** The same for another state table. */
    public OfflineScript stateTable(StateTable other) {
        return new OfflineScript(migrations, other, arguments);
    }

    /** The same with these {@linkplain Migrator.Builder#arguments arguments}. */
    public OfflineScript arguments(Map<String, String> values) {
        return new OfflineScript(migrations, table, new Arguments(values));
    }

    /**
     * The way up.
     *
     * @param from where the database is; empty for the base
     * @param targets where it goes
     * @return the text in pieces
     */
    public Flux<String> upgrade(Optional<Target> from, List<Target> targets) {
        return Flux.defer(() -> steps(planner(from).upgrade(targets, Gaps.REFUSE)));
    }

    /**
     * The way down.
     *
     * @param from where the database is
     * @param target where it goes
     * @return the text in pieces
     */
    public Flux<String> downgrade(Target from, Target target) {
        return Flux.defer(() -> steps(planner(Optional.of(from)).downgrade(target)));
    }

    /**
     * The state table alone.
     *
     * @param from where the database is; empty for the base
     * @param targets where it goes
     * @return the text in pieces
     */
    public Flux<String> stamp(Optional<Target> from, List<Target> targets) {
        return Flux.defer(() -> {
            StampPlan plan = planner(from).stamp(targets);
            return createStateTable().concatWithValues(stamped(plan));
        });
    }

    /** The state table, created where it is missing. */
    public Flux<String> createStateTable() {
        return Flux.just(ScriptText.HEAD, ScriptText.transaction(List.of(sql.lock(), bookkeeping.createTables())));
    }

    private Planner planner(Optional<Target> from) {
        Resolver resolver = new Resolver(migrations.graph(), Set.of());
        NavigableSet<RevisionId> applied = migrations
                .graph()
                .closure(from.<Set<RevisionId>>map(resolver::revisions).orElse(Set.of()));
        return new Planner(migrations.graph(), applied);
    }

    private String stamped(StampPlan plan) {
        List<String> statements = new ArrayList<>(List.of(sql.lock()));
        plan.remove().forEach(id -> statements.add(sql.unstamp(id)));
        plan.add().forEach(node -> statements.add(sql.stamp(migrations.revision(node.id()))));
        return plan.isEmpty() ? ScriptText.comment("Nothing to do.") : ScriptText.transaction(statements);
    }

    private Flux<String> steps(Plan plan) {
        List<StagedStep> steps = StagedStep.of(plan, migrations, State.MISSING);
        Checks.steps(steps, TransactionScope.REVISION);
        if (steps.isEmpty()) {
            return Flux.just(ScriptText.HEAD, ScriptText.comment("Nothing to do."));
        }
        Flux<String> beginning =
                plan.direction() == Direction.UPGRADE ? createStateTable() : Flux.just(ScriptText.HEAD);
        return beginning.concatWith(Flux.fromIterable(steps).concatMap(this::step));
    }

    private Mono<String> step(StagedStep step) {
        String title = step.direction().word() + " " + step.step().revision().title();
        List<String> before = List.of(sql.lock(), sql.check(step));
        return code(step)
                .map(code -> step.transactional()
                        ? ScriptText.step(title, before, code, List.of(sql.record(step)))
                        : ScriptText.aloneStep(title, before, code, List.of(sql.lock(), sql.record(step))));
    }

    private Mono<List<String>> code(StagedStep step) {
        return step.revision()
                .code()
                .match(code -> Mono.just(texts(code.script(step.direction()))), code -> rendered(step, code));
    }

    private static List<String> texts(Script script) {
        return script.statements().stream()
                .map(statement -> statement.localForm().orElse(statement.text()))
                .toList();
    }

    private Mono<List<String>> rendered(StagedStep step, JavaCode code) {
        return Jooq.writtenDown(step.revision(), code, step.direction(), arguments)
                .concatMapIterable(OfflineScript::texts)
                .collectList()
                .onErrorMap(error -> explained(step, error));
    }

    private static Throwable explained(StagedStep step, Throwable error) {
        if (error instanceof MigrationException) {
            return error;
        }
        String title = quoted(step.step().revision().title());
        return Jooq.isDetached(error)
                ? new MigrationException(
                        "Revision " + title + " reads from the database, and a script has none to read from."
                                + " Run this revision with a connection: reflux "
                                + step.direction().word() + " "
                                + step.id(),
                        error)
                : new MigrationException(
                        "Revision " + title + " (" + step.step().revision().origin()
                                + ") failed while its queries were written down: " + error,
                        error);
    }
}
