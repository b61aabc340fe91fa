package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.column;
import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Injects roles that lack a right, search paths that lead elsewhere, and row security; and reads what a person is told, or
 * where things went.
 */
@PostgresTest
class RightsTest {

    private static final StateTable APART = new StateTable("Book.keeping", "my \"state\" \ud83d\ude80");

    private final TestDatabase database;
    private final String role;

    RightsTest(TestDatabase database) {
        this.database = database;
        this.role = "role_" + database.database();
    }

    /** A role that may connect, and nothing else. */
    @BeforeEach
    void prepare() {
        database.execute("DROP SCHEMA IF EXISTS public, \"Book.keeping\", other, " + role
                + " CASCADE; CREATE SCHEMA public;" + " CREATE ROLE " + role + " LOGIN PASSWORD 'odd'");
    }

    @AfterEach
    void forget() {
        database.execute("DROP OWNED BY " + role + " CASCADE; DROP ROLE " + role);
    }

    private static History history() {
        return History.of()
                .sql("a", "CREATE TABLE IF NOT EXISTS pg_temp.t (id int)", "SELECT 1")
                .sql("b", "SELECT 1", "SELECT 1");
    }

    private ConnectionFactory asRole() {
        return ConnectionFactories.get(database.options()
                .mutate()
                .option(ConnectionFactoryOptions.USER, role)
                .option(ConnectionFactoryOptions.PASSWORD, "odd")
                .build());
    }

    private Migrator migrator(StateTable table, History history) {
        return Migrator.builder(asRole())
                .migrations(history.migrations())
                .stateTable(table)
                .build();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> failure(StateTable table) {
        return assertThatThrownBy(() -> run(migrator(table, history()).upgrade("heads")))
                .isInstanceOf(MigrationException.class);
    }

    private void grant(String... grants) {
        for (String grant : grants) {
            database.execute("GRANT " + grant + " TO " + role);
        }
    }

    private void createStateTable(StateTable table) {
        run(Migrator.builder(database.connectionFactory())
                .migrations(history().migrations())
                .stateTable(table)
                .build()
                .upgrade("a"));
    }

    @Test
    void roleThatMayNotCreateTheTable_isToldTheGrant() {
        grant("USAGE ON SCHEMA public");

        failure(StateTable.DEFAULT)
                .hasMessageContaining("may not create the state table public.schema_revision")
                .hasMessageContaining("GRANT USAGE, CREATE ON SCHEMA \"public\" TO role;");

        grant("USAGE, CREATE ON SCHEMA public");
        run(migrator(StateTable.DEFAULT, history()).upgrade("heads"));
        assertThat(Runs.applied(database)).containsExactly("a", "b");
    }

    @Test
    void roleThatMayNotCreateTheSchema_isToldTheGrant() {
        failure(APART)
                .hasMessageContaining("may not create the schema \"Book.keeping\"")
                .hasMessageContaining("CREATE SCHEMA \"Book.keeping\" AUTHORIZATION role;");

        grant("CREATE ON DATABASE " + database.database());
        run(migrator(APART, history()).upgrade("heads"));
        assertThat(value(database, "SELECT count(*) FROM " + APART.sql())).isEqualTo("2");
        assertThat(value(database, "SELECT count(*) FROM pg_class WHERE relname LIKE 'schema_revision%'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "SELECT, INSERT"})
    void roleThatMayNotWrite_isToldTheGrant(String granted) {
        createStateTable(StateTable.DEFAULT);
        grant("USAGE ON SCHEMA public", granted + " ON schema_revision");

        failure(StateTable.DEFAULT)
                .hasMessageContaining("may not write the state table public.schema_revision")
                .hasMessageContaining("GRANT SELECT, INSERT, UPDATE, DELETE ON \"public\".\"schema_revision\"")
                .hasMessageContaining("\"public\".\"schema_revision_log\" TO role;");
        assertThat(Runs.applied(database)).containsExactly("a");
    }

    @Test
    void roleThatMayNotRead_isToldTheGrant() {
        createStateTable(StateTable.DEFAULT);

        failure(StateTable.DEFAULT)
                .hasMessageContaining("may not read the state table public.schema_revision")
                .hasMessageContaining("GRANT USAGE ON SCHEMA \"public\" TO role;");
    }

    @Test
    void roleThatMayWriteButNotCreate_works() {
        createStateTable(APART);
        grant("USAGE ON SCHEMA \"Book.keeping\"");
        grant("SELECT, INSERT, UPDATE, DELETE ON " + APART.sql() + ", " + APART.logSql());

        run(migrator(APART, history()).upgrade("heads"));
        assertThat(column(database, "SELECT applied_by FROM " + APART.sql() + " WHERE revision = 'b'"))
                .containsExactly(role);
        run(migrator(APART, history()).downgrade("base"));

        assertThat(value(database, "SELECT count(*) FROM " + APART.sql())).isEqualTo("0");
        assertThat(column(database, "SELECT action FROM " + APART.logSql() + " ORDER BY id"))
                .containsExactly("upgrade", "upgrade", "downgrade", "downgrade");
    }

    @Test
    void roleThatMayOnlyRead_canAsk() {
        createStateTable(StateTable.DEFAULT);
        grant("USAGE ON SCHEMA public", "SELECT ON schema_revision");

        assertThat(migrator(StateTable.DEFAULT, history())
                        .status()
                        .map(MigrationStatus::applied)
                        .block())
                .hasToString("[a]");
        assertThat(run(migrator(StateTable.DEFAULT, history()).upgrade("a"))).isNotEmpty();
    }

    /** Whoever owns a table passes over its policies, and others may see no row of it: then nothing may look applied. */
    @Test
    void rowSecurityThatHidesRows_isNotTakenForAnEmptyDatabase() {
        createStateTable(StateTable.DEFAULT);
        database.execute("ALTER TABLE schema_revision ENABLE ROW LEVEL SECURITY");
        grant("USAGE, CREATE ON SCHEMA public");
        grant("SELECT, INSERT, UPDATE, DELETE ON schema_revision, schema_revision_log");

        failure(StateTable.DEFAULT).hasMessageContaining("row");
        assertThat(Runs.applied(database)).containsExactly("a");
    }

    @Test
    void rowSecurityThatLetsEverythingPass_isNoObstacle() {
        createStateTable(StateTable.DEFAULT);
        database.execute("ALTER TABLE schema_revision ENABLE ROW LEVEL SECURITY;"
                + " CREATE POLICY everything ON schema_revision USING (true) WITH CHECK (true)");
        grant("USAGE ON SCHEMA public", "SELECT, INSERT, UPDATE, DELETE ON schema_revision, schema_revision_log");

        run(migrator(StateTable.DEFAULT, history()).upgrade("heads"));

        assertThat(Runs.applied(database)).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'\"$user\"', public", "other, pg_catalog", "pg_temp", "pg_catalog, other, public"})
    void searchPathOfTheRole_doesNotMoveTheStateTable(String path) {
        database.execute(
                "CREATE SCHEMA other; CREATE SCHEMA " + role + " AUTHORIZATION " + role + "; ALTER ROLE " + role
                        + " SET search_path = " + path + ";"
                        + " CREATE TABLE other.schema_revision (revision text); INSERT INTO other.schema_revision VALUES ('b')");
        grant("USAGE, CREATE ON SCHEMA public", "USAGE ON SCHEMA other", "SELECT ON other.schema_revision");

        run(migrator(StateTable.DEFAULT, history()).upgrade("heads"));
        run(migrator(StateTable.DEFAULT, history()).downgrade("a"));
        run(migrator(StateTable.DEFAULT, history()).upgrade("heads"));

        assertThat(database.query(
                        "SELECT relnamespace::regnamespace FROM pg_class WHERE relname LIKE 'schema_revision%'"
                                + " AND relkind = 'r' ORDER BY 1"))
                .isEqualTo(List.of(List.of("public"), List.of("public"), List.of("other")));
        assertThat(Runs.applied(database)).containsExactly("a", "b");
    }

    @Test
    void migrationThatMovesTheSearchPathOrTheRole_doesNotMoveTheStateTable() {
        database.execute("CREATE SCHEMA other AUTHORIZATION " + role);
        grant("USAGE, CREATE ON SCHEMA public");
        History moving = History.of()
                .sql("a", "SET LOCAL search_path = other; CREATE TABLE here (id int)", "DROP TABLE other.here")
                .sql("b", "SET LOCAL search_path = ''; SET LOCAL ROLE NONE", "SELECT 1")
                .sql("c", "CREATE TABLE there (id int)", "DROP TABLE there");

        run(migrator(StateTable.DEFAULT, moving).upgrade("heads"));

        assertThat(Runs.applied(database)).containsExactly("a", "b", "c");
        assertThat(value(database, "SELECT relnamespace::regnamespace FROM pg_class WHERE relname = 'here'"))
                .isEqualTo("other");
        assertThat(value(database, "SELECT relnamespace::regnamespace FROM pg_class WHERE relname = 'there'"))
                .isEqualTo("public");
    }
}
