package dev.reflux.cli;

import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.RevisionDraft;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the file of a new revision. */
@Command(
        name = "revision",
        description = {
            "Write the file of a new revision, and print its path.",
            "%nNeeds a database only with --autogenerate, which finds the statements by comparing the database with the"
                    + " models, or with --from-database."
        },
        footer = {
            "",
            "Examples:",
            "  reflux revision -m \"create customers\"           a Java class",
            "  reflux revision -m \"add phone\" --format sql     a SQL file",
            "  reflux revision -m \"billing\" --head base --branch-label billing",
            "                                                 the beginning of a branch of its own",
            "  reflux revision --autogenerate -m \"add phone\" --schema schema.sql",
            "                                                 what schema.sql has and the database lacks",
            "  reflux revision --autogenerate -m \"rename phone\" --rename customers.phone=mobile",
            "                                                 a rename, which keeps the values",
            "  reflux revision --from-database -m \"initial schema\"",
            "                                                 the first revision of an existing database"
        })
final class RevisionCommand implements Callable<Integer> {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            required = true,
            description = "What the revision does, in a few words.")
    private String message = "";

    @Option(
            names = "--head",
            paramLabel = "REVISION",
            description = "What it builds on: a head, or base for a new beginning; repeat it to join heads."
                    + " Otherwise the only head.")
    private List<String> heads = List.of();

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(
            names = GenerateOptions.AUTOGENERATE,
            description = "Write the statements that lead from the database to the models, and back.")
    private boolean autogenerate;

    @Option(
            names = GenerateOptions.FROM_DATABASE,
            description = "Write the first revision of a database that exists: all that it has, from nothing.")
    private boolean fromDatabase;

    @ArgGroup(validate = false, heading = "%nOptions of --autogenerate:%n")
    private GenerateOptions generate = new GenerateOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Invocation invocation;

    RevisionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        GenerateOptions.Mode mode = mode();
        GenerateOptions.check(mode, spec);
        LoadedMigrations migrations = invocation.project().load();
        RevisionChain chain = new RevisionChain(migrations.graph(), request(), options.id());
        RevisionDraft empty = chain.empty();
        RevisionRemarks remarks = new RevisionRemarks(migrations.graph());
        Terminal terminal = invocation.terminal();
        switch (mode) {
            case NOTHING -> {
                write(List.of(empty), migrations);
                terminal.print(remarks.toBeFilledIn(empty.node()));
            }
            case DIFFERENCE -> {
                List<RevisionPart> parts = new Autogenerate(invocation, generate, migrations).parts();
                List<RevisionDraft> drafts = chain.drafts(parts);
                write(drafts, migrations);
                terminal.print(remarks.generated(drafts, parts));
            }
            case DATABASE -> {
                remarks.refuseSecondBeginning(heads);
                List<RevisionDraft> drafts = chain.drafts(new ExistingDatabase(invocation, generate).parts());
                write(drafts, migrations);
                terminal.print(remarks.describesDatabase(drafts.get(0).node()));
            }
        }
        return ExitCode.DONE;
    }

    private GenerateOptions.Mode mode() {
        if (autogenerate && fromDatabase) {
            throw new ParameterException(
                    spec.commandLine(), "--autogenerate and --from-database do not go together: say one.");
        }
        if (autogenerate) {
            return GenerateOptions.Mode.DIFFERENCE;
        }
        return fromDatabase ? GenerateOptions.Mode.DATABASE : GenerateOptions.Mode.NOTHING;
    }

    private void write(List<RevisionDraft> drafts, LoadedMigrations migrations) {
        if (drafts.isEmpty()) {
            if (json.isSet()) {
                invocation.printJson(Map.of("files", List.of()));
            }
            return;
        }
        RevisionFiles.of(invocation, options, drafts.get(0), migrations.graph()).write(drafts, invocation, json);
    }

    private NewRevision.Request request() {
        Instant now = invocation.surroundings().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return options.request(heads, message.strip(), now.toString());
    }
}
