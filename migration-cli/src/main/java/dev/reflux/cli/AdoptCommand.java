package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.cli.Confirmation.Answer;
import dev.reflux.cli.Line.Kind;
import dev.reflux.event.MigrationEvent;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.adopt.Adoption;
import dev.reflux.r2dbc.adopt.ForeignHistory;
import dev.reflux.r2dbc.adopt.ForeignVersion;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Sentences;
import dev.reflux.source.LoadedMigrations;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes over a database whose history another tool kept. */
@Command(
        name = "adopt",
        description = {
            "Take over a database whose history another tool kept: read its table, record the revisions that it stands"
                    + " for, and leave the table alone. Runs none of them.",
            "%nA version is the revision of the same name, or the one that --map or --mapping names. One with the same"
                    + " message is proposed, and has to be confirmed. What came before a version that has a revision is"
                    + " part of it; for Alembic, so is all that its heads build on."
        },
        footer = {
            "",
            "Examples:",
            "  reflux adopt alembic                       revisions that kept their ids",
            "  reflux adopt flyway --map 12=3f2a9c1b7d04  version 12 is what that revision leads to",
            "  reflux adopt liquibase --dry-run           only show what would be recorded"
        })
final class AdoptCommand implements Callable<Integer> {

    @Mixin
    private AdoptOptions options = new AdoptOptions();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Option(names = "--dry-run", description = "Show what would be recorded, and record nothing.")
    private boolean dryRun;

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Invocation invocation;

    AdoptCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        try (Database database = Database.of(invocation)) {
            ForeignHistory history = database.foreignHistory(options);
            refuseUseless(history, migrations);
            Adoption adoption = Adoption.of(migrations.graph(), history, options.mapping(invocation.surroundings()));
            AdoptionLines lines = new AdoptionLines(adoption);
            if (!json.isSet()) {
                invocation.terminal().print(lines.lines());
            }
            invocation.terminal().print(lines.remarks());
            refuseMissing(adoption);
            boolean goOn = !dryRun && isNew(database.status(migrations), adoption) && isConfirmed(adoption);
            List<RevisionId> recorded = goOn ? record(database, migrations, adoption) : List.of();
            if (json.isSet()) {
                invocation.printDocument(Json.of(lines.json(recorded)) + "\n");
            }
            return ExitCode.DONE;
        }
    }

    private static void refuseUseless(ForeignHistory history, LoadedMigrations migrations) {
        String tool = history.tool().word();
        if (history.versions().isEmpty()) {
            throw new MigrationException("The table " + quoted(history.table()) + " is there, but it says that " + tool
                    + " has applied nothing.\nIf the database is new, there is nothing to take over: reflux upgrade");
        }
        if (migrations.revisions().isEmpty()) {
            ForeignVersion last = history.versions().get(history.versions().size() - 1);
            throw new MigrationException("There are no revisions yet, so the history of " + tool
                    + " stands for none.\nWrite the first one from what is there, and say that it is the last version:\n"
                    + "  reflux revision --from-database -m \"what " + tool + " has built\"\n"
                    + "  reflux adopt " + tool + " --map " + last.name() + "=REVISION");
        }
    }

    private static void refuseMissing(Adoption adoption) {
        List<String> missing =
                adoption.missing().stream().map(ForeignVersion::name).toList();
        if (!missing.isEmpty()) {
            throw new MigrationException((missing.size() == 1 ? "No revision stands for " : "No revisions stand for ")
                    + Sentences.quotedAll(missing) + ". Nothing was recorded.\nSay which it is: --map "
                    + missing.get(missing.size() - 1) + "=REVISION. To list the revisions: reflux history");
        }
    }

    /** Whether the state table is still empty; another state than the wanted one is not overwritten. */
    private boolean isNew(MigrationStatus status, Adoption adoption) {
        if (status.rows().isEmpty()) {
            return true;
        }
        NavigableSet<RevisionId> wanted = status.migrations().graph().closure(adoption.revisions());
        if (status.applied().containsAll(wanted)) {
            invocation.terminal().print(Line.of(Kind.SUMMARY, "Nothing to do: that is recorded already."));
            return false;
        }
        throw new MigrationException("The database has a state of its own already: "
                + Sentences.quotedAll(status.current()) + ". Nothing was recorded.\nIf it is wrong, replace it:"
                + " reflux stamp --purge "
                + String.join(
                        " ",
                        adoption.revisions().stream().map(RevisionId::value).toList()));
    }

    private boolean isConfirmed(Adoption adoption) {
        return adoption.guesses().isEmpty()
                || confirmation.ask("Some revisions were found by their message alone.", invocation, spec)
                        == Answer.GO_ON;
    }

    private List<RevisionId> record(Database database, LoadedMigrations migrations, Adoption adoption) {
        String[] targets = adoption.revisions().stream().map(RevisionId::value).toArray(String[]::new);
        List<MigrationEvent> events = database.explained(() -> Objects.requireNonNull(database.migrator(migrations)
                .build()
                .stamp(targets)
                .collectList()
                .block()));
        List<RevisionId> recorded = new ArrayList<>();
        for (MigrationEvent event : events) {
            if (!json.isSet()) {
                invocation.terminal().print(event.match(new EventLines(migrations.graph())));
            }
            if (event instanceof MigrationEvent.Stamped stamped) {
                stamped.plan().add().forEach(node -> recorded.add(node.id()));
            }
        }
        return recorded;
    }
}
