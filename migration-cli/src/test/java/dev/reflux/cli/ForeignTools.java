package dev.reflux.cli;

import dev.reflux.test.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import name.nkonev.r2dbc.migrate.core.R2dbcMigrate;
import name.nkonev.r2dbc.migrate.core.R2dbcMigrateProperties;
import name.nkonev.r2dbc.migrate.reader.MigrateResource;
import org.flywaydb.core.Flyway;

/** Other tools, which make real histories for the tests. */
final class ForeignTools {

    private static final String ENVIRONMENT = """
            from alembic import context
            from sqlalchemy import create_engine, pool

            engine = create_engine(context.config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool)
            with engine.connect() as connection:
                context.configure(connection=connection)
                with context.begin_transaction():
                    context.run_migrations()
            """;

    private final TestDatabase database;
    private final Path directory;

    /**
     * @param directory for the files of the tools
     */
    ForeignTools(TestDatabase database, Path directory) {
        this.database = database;
        this.directory = directory;
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.database();
    }

    /** Upgrades to these targets; each revision is an id and its parents. */
    void alembic(Map<String, String> revisions, String target) throws IOException, InterruptedException {
        Path versions = Files.createDirectories(directory.resolve("alembic/versions"));
        Files.writeString(directory.resolve("alembic/env.py"), ENVIRONMENT);
        Files.writeString(
                directory.resolve("alembic.ini"),
                "[alembic]\nscript_location = alembic\nsqlalchemy.url = "
                        + database.url().replace("postgresql://", "postgresql+psycopg2://") + "\n");
        for (Map.Entry<String, String> revision : revisions.entrySet()) {
            Files.writeString(
                    versions.resolve(revision.getKey() + ".py"),
                    "revision = '%s'\ndown_revision = %s\ndef upgrade(): pass\ndef downgrade(): pass\n"
                            .formatted(revision.getKey(), revision.getValue()));
        }
        Workplace.Result result = Child.start(directory, Map.of(), List.of("alembic", "upgrade", target))
                .await();
        if (result.code() != 0) {
            throw new AssertionError(result.all());
        }
    }

    /** Runs these files, by their names. */
    void flyway(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.createDirectories(directory.resolve("flyway"));
            Files.writeString(directory.resolve("flyway").resolve(file.getKey()), file.getValue());
        }
        Flyway.configure()
                .dataSource(jdbcUrl(), database.user(), database.password())
                .locations("filesystem:" + directory.resolve("flyway"))
                .load()
                .migrate();
    }

    /** Runs a change log in formatted SQL. */
    void liquibase(String changeLog) throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), changeLog);
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), database.user(), database.password());
                Liquibase liquibase = new Liquibase(
                        "changelog.sql", new DirectoryResourceAccessor(directory), new JdbcConnection(connection))) {
            liquibase.update();
        }
    }

    /** Runs these files, by their names. */
    void r2dbcMigrate(Map<String, String> files) {
        R2dbcMigrateProperties properties = new R2dbcMigrateProperties();
        properties.setResourcesPath("somewhere");
        List<MigrateResource> resources = files.entrySet().stream()
                .map(file -> (MigrateResource) new TextResource(file.getKey(), file.getValue()))
                .toList();
        R2dbcMigrate.migrate(database.connectionFactory(), properties, path -> resources, null, null)
                .block();
    }

    private record TextResource(String name, String text) implements MigrateResource {

        @Override
        public boolean isReadable() {
            return true;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getFilename() {
            return name;
        }
    }
}
