package dev.reflux.sample.migrations;

import dev.reflux.r2dbc.Migrator;
import dev.reflux.source.Migrations;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;

/** The sample's revisions, in the two ways in which they are used. */
enum Sample {
    /** As the application loads them. */
    PACKAGE,
    /** As the command line loads them, compiled in process. */
    DIRECTORY;

    private Migrations migrations() {
        return switch (this) {
            case PACKAGE -> Migrations.inPackage("dev.reflux.sample.migrations");
            case DIRECTORY -> Migrations.inDirectory(Path.of("src/main/java/dev/reflux/sample/migrations"));
        };
    }

    Migrator migrator(TestDatabase database) {
        return Migrator.builder(database.connectionFactory())
                .migrations(migrations())
                .build();
    }
}
