package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reflux.diff.Edit;
import dev.reflux.diff.Stage;
import dev.reflux.diff.Stages.IndexBuild;
import dev.reflux.r2dbc.catalog.SchemaFailedException;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

@PostgresTest
class SchemaProofTest {

    private final TestDatabase database;

    SchemaProofTest(TestDatabase database) {
        this.database = database.fresh();
    }

    private List<String> problems(UnaryOperator<Stage> change) {
        database.execute("CREATE TABLE IF NOT EXISTS a (id int)");
        Schemas schemas = Schemas.of(database.connectionFactory(), StateTable.DEFAULT);
        SchemaDifference difference = Objects.requireNonNull(SchemaComparison.builder(schemas)
                .desired(DesiredSchema.of("models", "CREATE TABLE a (id int, b text)"))
                .build()
                .difference()
                .block());
        List<Stage> stages = difference.stages(IndexBuild.IN_TRANSACTION).stream()
                .map(change)
                .toList();
        return Objects.requireNonNull(
                new SchemaProof(schemas, difference, stages).problems().block());
    }

    @Test
    void generatedStages_areProven() {
        assertThat(problems(stage -> stage)).isEmpty();
    }

    @Test
    void upgradeThatLacksSomething_isNamed() {
        assertThat(problems(stage -> new Stage(stage.mode(), List.of(), List.of())))
                .containsExactly("The upgrade leaves this to do: add column public.a.b");
    }

    @Test
    void downgradeThatLacksSomething_isNamed() {
        assertThat(problems(stage -> new Stage(stage.mode(), stage.upgrade(), List.of())))
                .containsExactly("The downgrade leaves this to do: remove column public.a.b");
    }

    @Test
    void upgradeThatWorksOnlyOnce_fails() {
        assertThatExceptionOfType(SchemaFailedException.class)
                .isThrownBy(() -> problems(SchemaProofTest::makingALargeObject))
                .withMessageContaining("4711");
    }

    /** No catalog has large objects, so nobody sees that the downgrade leaves one. */
    private static Stage makingALargeObject(Stage stage) {
        List<Edit> upgrade = new ArrayList<>(stage.upgrade());
        upgrade.add(new Edit(upgrade.get(0).id(), List.of("SELECT lo_create(4711)"), false, List.of()));
        return new Stage(stage.mode(), upgrade, stage.downgrade());
    }
}
