package dev.reflux.cli;

import dev.reflux.cli.VerificationLines.Models;
import dev.reflux.r2dbc.MigrationVerifier;
import dev.reflux.r2dbc.Verification;
import dev.reflux.revision.Sentences;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.source.LoadedMigrations;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** Proves the revisions. */
@Command(
        name = "verify",
        description = {
            "Prove that the revisions do what they should, on an empty copy that is thrown away.",
            "%nEach is upgraded, downgraded and upgraded again: the downgrade has to restore what was there, and the end"
                    + " has to be what the models ask for, where reflux.properties or --schema says where they are."
        },
        footer = {
            "",
            "Examples:",
            "  reflux verify                         in the database, in a transaction that is rolled back",
            "  reflux verify --dev-url postgresql://localhost/empty",
            "                                        in an empty database, which is emptied again"
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private SchemaOptions options = new SchemaOptions();

    @Option(
            names = "--json",
            description = "Print JSON: what is wrong, revision by revision, and what the models ask for.")
    private boolean json;

    private final Invocation invocation;

    VerifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        if (migrations.revisions().isEmpty() && !json) {
            invocation.terminal().print(new RevisionLines(migrations.graph(), Set.of()).remarks());
            return ExitCode.DONE;
        }
        ModelSettings settings = new ModelSettings(invocation.project(), options);
        Optional<DesiredSchema> models = settings.configured();
        try (SchemaWork work = SchemaWork.of(invocation, settings)) {
            MigrationVerifier verifier = new MigrationVerifier(work.schemas()).filter(settings.filter());
            Mono<Verification> verification = models.map(desired -> verifier.verify(() -> migrations, desired))
                    .orElseGet(() -> verifier.verify(() -> migrations));
            String revisions = Sentences.count(migrations.revisions().size(), "revision");
            Verification found = work.await("Running " + revisions + " up, down and up again", verification)
                    .orElseThrow();
            print(new VerificationLines(found, migrations.graph(), models.isPresent() ? Models.COMPARED : Models.NONE));
            return found.isProven() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void print(VerificationLines lines) {
        if (json) {
            invocation.printDocument(Json.of(lines.json()) + "\n");
        } else {
            invocation.terminal().print(lines.lines());
        }
    }
}
