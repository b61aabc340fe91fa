package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.cli.Line.Kind;
import dev.reflux.picture.Letters;
import dev.reflux.picture.Picture;
import dev.reflux.picture.Standings;
import dev.reflux.r2dbc.AppliedRevision;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.r2dbc.url.MissingConnectionUrlException;
import dev.reflux.revision.RevisionId;
import dev.reflux.source.LoadedMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** Draws the revision graph. */
@Command(
        name = "graph",
        description = {
            "Draw the revision graph: in the terminal, or as an image or a page.",
            "%nIf a database is configured and answers, applied and pending revisions are marked."
        },
        footer = {
            "",
            "Examples:",
            "  reflux graph                        in the terminal",
            "  reflux graph --output graph.html    a page for the browser; .svg, .mmd and .dot work too",
            "  reflux graph --format mermaid       for Markdown",
            "  reflux graph --no-database          from the files alone"
        })
final class GraphCommand implements Callable<Integer> {

    /** How long a database may take that nobody asked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json, mermaid, dot, svg or html. Otherwise what the name of the file says, then text.")
    private Optional<GraphFormat> format = Optional.empty();

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the picture to a file, over what is there.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--database", description = "Fail if the database does not answer.")
    private boolean needsDatabase;

    @Option(names = "--no-database", description = "Do not ask the database.")
    private boolean noDatabase;

    @Option(names = "--ascii", description = "Draw with the characters that every terminal has.")
    private boolean ascii;

    private final Invocation invocation;

    GraphCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** What a database has told, and which one. */
    private record Known(Standings standings, String database) {}

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        Optional<Known> known = noDatabase ? Optional.empty() : known(migrations);
        Picture picture = known.map(found -> Picture.of(migrations.graph(), found.standings()))
                .orElseGet(() -> Picture.of(migrations.graph()));
        print(picture, known.map(Known::database).orElse("Revisions"));
        invocation.terminal().print(new RevisionLines(migrations.graph(), Set.of()).remarks());
        return ExitCode.DONE;
    }

    private void print(Picture picture, String title) {
        GraphFormat chosen =
                json ? GraphFormat.json : format.or(this::formatOfFile).orElse(GraphFormat.text);
        Letters letters = ascii ? Letters.ASCII : Letters.UNICODE;
        if (output.isPresent()) {
            write(invocation.surroundings().resolve(output.get()), chosen.document(picture, letters, title));
        } else if (chosen == GraphFormat.text) {
            GraphLines lines = new GraphLines(picture, letters);
            invocation.terminal().print(lines.lines());
            invocation.terminal().print(lines.legend());
        } else {
            invocation.printDocument(chosen.document(picture, letters, title));
        }
    }

    private Optional<GraphFormat> formatOfFile() {
        return output.flatMap(GraphFormat::ofFile);
    }

    private void write(Path file, String document) {
        try {
            Files.writeString(file, document);
        } catch (IOException e) {
            throw new MigrationException(
                    quoted(file) + " cannot be written. Check that its directory exists, and its rights.", e);
        }
        invocation
                .terminal()
                .print(Line.of(
                        Kind.PROGRESS, "Wrote " + invocation.surroundings().shown(file)));
    }

    /** What the database says; if nobody asked for it, its silence is no failure. */
    private Optional<Known> known(LoadedMigrations migrations) {
        if (needsDatabase) {
            try (Database database = Database.of(invocation)) {
                return Optional.of(known(database.status(migrations), database.url()));
            }
        }
        try (Database database = Database.of(invocation)) {
            Mono<MigrationStatus> status = database.migrator(migrations)
                    .build()
                    .status()
                    .timeout(PATIENCE)
                    .onErrorMap(TimeoutException.class, GraphCommand::silent);
            return database.explained(status::blockOptional).map(found -> known(found, database.url()));
        } catch (MissingConnectionUrlException e) {
            return Optional.empty();
        } catch (MigrationException e) {
            invocation.terminal().print(Line.warning("What is applied is not shown. " + e.getMessage()));
            return Optional.empty();
        }
    }

    private static MigrationException silent(Throwable timeout) {
        return new MigrationException(
                "The database has not answered for " + PATIENCE.toSeconds() + " s. To wait for it: --database",
                timeout);
    }

    private static Known known(MigrationStatus status, ConnectionUrl url) {
        Set<RevisionId> unfinished =
                status.unfinished().stream().map(AppliedRevision::id).collect(Collectors.toSet());
        return new Known(new Standings(status.applied(), unfinished), url.database() + " at " + url.host());
    }
}
