package dev.reflux.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.r2dbc.Migrator;
import dev.reflux.revision.RevisionId;
import dev.reflux.source.Migrations;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every snippet of the guide: what is Java compiles, and the revisions go up and down on a database. */
@PostgresTest
class SnippetTest {

    private static final String IMPORTS = """
            import static org.jooq.impl.DSL.field;
            import static org.jooq.impl.DSL.table;

            import dev.reflux.Irreversible;
            import dev.reflux.Migration;
            import dev.reflux.Revision;
            import dev.reflux.Sql;
            import dev.reflux.diff.ObjectFilter;
            import dev.reflux.event.MigrationEvent;
            import dev.reflux.r2dbc.MigrationVerifier;
            import dev.reflux.r2dbc.Migrator;
            import dev.reflux.r2dbc.SchemaComparison;
            import dev.reflux.r2dbc.SchemaDifference;
            import dev.reflux.r2dbc.Schemas;
            import dev.reflux.r2dbc.StartPolicy;
            import dev.reflux.r2dbc.StateTable;
            import dev.reflux.r2dbc.Verification;
            import dev.reflux.r2dbc.doctor.Diagnosis;
            import dev.reflux.r2dbc.doctor.Doctor;
            import dev.reflux.schema.DesiredSchema;
            import dev.reflux.source.Migrations;
            import java.nio.file.Path;
            import java.time.InstantSource;
            import java.util.List;
            import org.jooq.DSLContext;
            import org.jooq.Field;
            import org.jooq.Query;
            import org.reactivestreams.Publisher;
            import reactor.core.publisher.Flux;
            import reactor.core.publisher.Mono;

            """;

    private final TestDatabase database;

    @TempDir
    Path directory = Path.of("");

    SnippetTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void revisions_ofTheGuide_goUpAndDown() throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        for (Snippet snippet : Snippet.all()) {
            if ((snippet.isJava() || snippet.isRevision()) && texts.add(snippet.text())) {
                write(snippet, texts.size());
            }
        }
        Migrator migrator = Migrator.builder(database.connectionFactory())
                .migrations(Migrations.inDirectory(directory))
                .build();

        migrator.upgrade("heads").blockLast();
        assertThat(Objects.requireNonNull(migrator.status().block()).applied())
                .contains(RevisionId.of("1b0e5d8c6a21"), RevisionId.of("3f2a9c1b7d04"), RevisionId.of("5e8f0a1c2b3d"));

        migrator.downgrade("base").blockLast();
        assertThat(database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))
                .isEqualTo(List.of(List.of("schema_revision"), List.of("schema_revision_log")));
    }

    private void write(Snippet snippet, int number) throws IOException {
        if (!snippet.isJava()) {
            Files.writeString(directory.resolve("snippet" + number + ".sql"), snippet.text());
        } else if (snippet.text().startsWith("import ")) {
            Files.writeString(directory.resolve(snippet.className() + ".java"), snippet.text());
        } else if (snippet.isRevision()) {
            Files.writeString(directory.resolve(snippet.className() + ".java"), IMPORTS + snippet.text());
        } else {
            Files.writeString(directory.resolve("Snippet" + number + ".java"), IMPORTS + method(snippet, number));
        }
    }

    /** Statements of an application, as the body of a method. */
    private static String method(Snippet snippet, int number) {
        return """
                final class Snippet%d {
                    void run(io.r2dbc.spi.ConnectionFactory connectionFactory) {
                %s
                    }
                }
                """.formatted(number, snippet.text());
    }
}
