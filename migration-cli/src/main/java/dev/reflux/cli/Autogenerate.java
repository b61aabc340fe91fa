package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.diff.Stage;
import dev.reflux.r2dbc.SchemaComparison;
import dev.reflux.r2dbc.SchemaDifference;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.source.LoadedMigrations;
import java.util.ArrayList;
import java.util.List;

/** Finds the statements of a revision by comparing the database with the models. */
final class Autogenerate {

    private final Invocation invocation;
    private final GenerateOptions options;
    private final LoadedMigrations migrations;
    private final RenameQuestions questions;

    Autogenerate(Invocation invocation, GenerateOptions options, LoadedMigrations migrations) {
        this.invocation = invocation;
        this.options = options;
        this.migrations = migrations;
        this.questions = new RenameQuestions(
                invocation.terminal(), invocation.surroundings().keyboard());
    }

    /**
     * Compares, reports and proves. Writes nothing.
     *
     * @return what the revisions do, one part each; none if nothing is to do
     */
    List<RevisionPart> parts() {
        ModelSettings settings = new ModelSettings(invocation.project(), options);
        DesiredSchema desired = settings.desired();
        try (SchemaWork work = SchemaWork.of(invocation, settings)) {
            SchemaDifference difference = compare(work, settings, desired);
            if (difference.isEmpty()) {
                invocation.terminal().print(Line.of(Kind.PROGRESS, "No differences."));
                invocation.terminal().print(ChangeLines.ofUnmodelled(difference.unmodelled()));
                return List.of();
            }
            report(difference);
            List<Stage> stages = difference.stages(options.indexBuild());
            if (options.proves()) {
                new RevisionProof(work, invocation.terminal()).check(difference, stages);
            }
            return RevisionPart.of(difference, stages);
        }
    }

    private SchemaDifference compare(SchemaWork work, ModelSettings settings, DesiredSchema desired) {
        List<String> renames = new ArrayList<>(options.renames());
        while (true) {
            SchemaComparison.Builder builder =
                    work.comparison(desired, settings, options).renames(renames);
            if (!options.allowBehind()) {
                builder.atHeadsOf(work.migrator(migrations));
            }
            SchemaDifference difference = work.await(
                            "Comparing the database with the models",
                            builder.build().difference())
                    .orElseThrow();
            List<String> answers = questions.answers(new RenameCandidates(difference));
            if (answers.isEmpty()) {
                return difference;
            }
            renames.addAll(answers);
        }
    }

    private void report(SchemaDifference difference) {
        Terminal terminal = invocation.terminal();
        terminal.print(new ChangeLines(Kind.PROGRESS).of(difference));
        terminal.print(questions.hints(new RenameCandidates(difference)));
        terminal.print(ChangeLines.ofUnmodelled(difference.unmodelled()));
    }
}
