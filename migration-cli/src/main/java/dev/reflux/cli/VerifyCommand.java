package dev.reflux.cli;

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

    private final Invocation invocation;

    VerifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        if (migrations.revisions().isEmpty()) {
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
            invocation
                    .terminal()
                    .print(new VerificationLines(found, migrations.graph())
                            .lines(
                                    models.isPresent()
                                            ? VerificationLines.Models.COMPARED
                                            : VerificationLines.Models.NONE));
            return found.isProven() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
