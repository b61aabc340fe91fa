package dev.reflux.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.r2dbc.Migrator;
import dev.reflux.r2dbc.SchemaComparison;
import dev.reflux.r2dbc.SchemaDifference;
import dev.reflux.r2dbc.Schemas;
import dev.reflux.r2dbc.StateTable;
import dev.reflux.sample.model.Models;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.source.Migrations;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@PostgresTest
class ModelsTest {

    @Test
    void models_afterAllMigrations_areTheDatabase(TestDatabase database) {
        Migrator.builder(database.connectionFactory())
                .migrations(Migrations.inPackage("dev.reflux.sample.migrations"))
                .build()
                .upgrade("heads")
                .blockLast();
        SchemaDifference difference = Objects.requireNonNull(
                SchemaComparison.builder(Schemas.of(database.connectionFactory(), StateTable.DEFAULT))
                        .desired(DesiredSchema.jooq(Models.PUBLIC))
                        .build()
                        .difference()
                        .block());

        assertThat(difference.changes()).isEmpty();
    }
}
