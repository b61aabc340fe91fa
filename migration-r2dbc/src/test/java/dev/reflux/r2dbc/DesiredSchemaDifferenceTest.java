package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.diff.Stages.IndexBuild;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.schema.SchemaLocation;
import dev.reflux.schema.SchemaScript;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that were made of jOOQ tables and entities, compared with them. */
@PostgresTest
class DesiredSchemaDifferenceTest {

    private static final String TABLES = "jooq:dev.reflux.schema.booking.jooq";
    private static final String TABLES_OF_EVERY_SHAPE = "jooq:dev.reflux.schema.example.jooq.Models";
    private static final String ENTITIES = "jpa:dev.reflux.schema.booking.jpa";
    private static final String ENTITIES_OF_EVERY_SHAPE =
            "jpa:dev.reflux.schema.example.jpa?hibernate.default_schema=app";

    private final TestDatabase server;

    DesiredSchemaDifferenceTest(TestDatabase server) {
        this.server = server;
    }

    private static DesiredSchema models(String location) {
        return SchemaLocation.parse(location, DesiredSchemaDifferenceTest.class.getClassLoader(), Path.of(""));
    }

    private static SchemaDifference difference(TestDatabase database, String location) {
        Schemas schemas = Schemas.of(database.connectionFactory(), StateTable.DEFAULT);
        return Objects.requireNonNull(SchemaComparison.builder(schemas)
                .desired(models(location))
                .build()
                .difference()
                .block());
    }

    @ParameterizedTest
    @ValueSource(strings = {TABLES, TABLES_OF_EVERY_SHAPE, ENTITIES, ENTITIES_OF_EVERY_SHAPE})
    void difference_ofDatabaseMadeOfTheModels_isEmpty(String location) {
        TestDatabase database = server.fresh();
        models(location).scripts().stream().map(SchemaScript::text).forEach(database::execute);
        database.execute("CREATE VIEW public.not_expressed AS SELECT 1 AS one");

        assertThat(difference(database, location).changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {TABLES, TABLES_OF_EVERY_SHAPE, ENTITIES, ENTITIES_OF_EVERY_SHAPE})
    void upgrade_ofEmptyDatabase_leavesNoDifference(String location) {
        TestDatabase database = server.fresh();
        difference(database, location).stages(IndexBuild.IN_TRANSACTION).stream()
                .flatMap(stage -> stage.upgradeStatements().stream())
                .forEach(database::execute);

        assertThat(difference(database, location).changes()).isEmpty();
    }
}
