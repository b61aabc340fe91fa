package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.plan.Direction;
import dev.reflux.plan.Plan;
import dev.reflux.revision.Sentences;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.LoadedRevision;
import dev.reflux.source.RefusedStatementException;
import dev.reflux.source.StatementRules;
import dev.reflux.sql.Script;
import dev.reflux.sql.StatementKind;
import java.util.List;

/** What is looked at before anything runs. */
final class Checks {

    private Checks() {}

    /**
     * Refuses a plan that leaves a revision half-done, or that would go on with another source than it began with.
     *
     * @return warnings about what it goes on with
     */
    static List<String> unfinished(State state, Plan plan, LoadedMigrations migrations) {
        List<AppliedRevision> inTheWay = state.unfinished().stream()
                .filter(row -> !plan.ids().contains(row.id()) || !goes(row, plan.direction()))
                .toList();
        if (!inTheWay.isEmpty()) {
            throw UnfinishedException.inTheWay(inTheWay);
        }
        return state.unfinished().stream()
                .filter(row -> isChanged(row, migrations))
                .map(Checks::changed)
                .toList();
    }

    private static boolean goes(AppliedRevision row, Direction direction) {
        return row.unfinished()
                .filter(unfinished -> unfinished.direction() == direction)
                .isPresent();
    }

    private static boolean isChanged(AppliedRevision row, LoadedMigrations migrations) {
        return row.checksum().isPresent()
                && migrations.revision(row.id()).checksum().isPresent()
                && !migrations.revision(row.id()).checksum().equals(row.checksum());
    }

    /** A first statement that failed has done nothing, and is what one corrects. */
    private static String changed(AppliedRevision row) {
        boolean nothingDone = row.unfinished()
                .filter(unfinished -> unfinished.failed() && unfinished.statementsDone() == 0)
                .isPresent();
        if (!nothingDone) {
            throw UnfinishedException.changed(row);
        }
        return "The source of " + row.id()
                + " has changed since its first statement failed. If that was to build an index"
                + " of another name, look for an invalid one and drop it.";
    }

    /**
     * The statements of a text that a Java migration has made.
     *
     * @throws RefusedStatementException if they cannot run as the revision is declared
     */
    static Script script(LoadedRevision revision, String sql) {
        Script script = Script.parse(sql);
        List<String> problems = StatementRules.of(revision).problems(script.statements());
        if (!problems.isEmpty()) {
            throw new RefusedStatementException(problems);
        }
        return script;
    }

    /** Warnings about applied revisions whose source has changed. */
    static List<String> changes(LoadedMigrations migrations, State state) {
        return new MigrationStatus(migrations, state.rows())
                .changed().stream()
                        .map(row -> "The source of " + row.id() + " has changed since it was applied on "
                                + row.appliedAt() + ". Put the change into a new revision.")
                        .toList();
    }

    /** Refuses steps that cannot be run, all problems at once. */
    static void steps(List<StagedStep> steps, TransactionScope scope) {
        irreversible(steps);
        List<String> refused = steps.stream()
                .flatMap(step -> StatementRules.of(step.revision()).problems(script(step)).stream())
                .toList();
        if (!refused.isEmpty()) {
            throw new RefusedStatementException(refused);
        }
        if (scope == TransactionScope.RUN) {
            oneTransaction(steps);
        }
    }

    /** Warnings about statements that are sent in another form than they are written in. */
    static List<String> rewritten(List<StagedStep> steps) {
        return steps.stream()
                .filter(StagedStep::transactional)
                .filter(step -> script(step).statements().stream()
                        .anyMatch(statement -> statement.kind() == StatementKind.DUMP_SETTING))
                .map(step -> "The settings that pg_dump wrote into "
                        + step.step().revision().origin() + " are run as SET LOCAL, so that they end with the step.")
                .toList();
    }

    /** What a step would run, as far as that is known before it runs. */
    private static Script script(StagedStep step) {
        return step.revision().code().match(sql -> sql.script(step.direction()), java -> Script.EMPTY);
    }

    private static void irreversible(List<StagedStep> steps) {
        List<String> titles = steps.stream()
                .filter(step -> step.direction() == Direction.DOWNGRADE)
                .filter(step -> !step.revision().code().reversible())
                .map(step -> step.step().revision().title())
                .toList();
        if (!titles.isEmpty()) {
            throw new MigrationException("Cannot downgrade: " + Sentences.and(titles)
                    + (titles.size() == 1 ? " is" : " are") + " irreversible. Nothing was run."
                    + "\nChoose a target above, or restore a backup.");
        }
    }

    private static void oneTransaction(List<StagedStep> steps) {
        List<String> titles = steps.stream()
                .filter(step -> !step.transactional())
                .map(step -> step.step().revision().title())
                .toList();
        if (!titles.isEmpty()) {
            throw new MigrationException("Cannot run in one transaction: " + Sentences.and(titles)
                    + (titles.size() == 1 ? " runs" : " run") + " outside a transaction. Nothing was run."
                    + "\nRun with a transaction for each revision.");
        }
    }
}
