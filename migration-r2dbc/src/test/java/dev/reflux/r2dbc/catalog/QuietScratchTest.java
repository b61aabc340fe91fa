package dev.reflux.r2dbc.catalog;

import static dev.reflux.r2dbc.catalog.Schemas.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** While DDL runs in a rolled-back transaction, and when it is cancelled, nobody else is disturbed. */
@PostgresTest
class QuietScratchTest {

    private static final String SLOW = "CREATE TABLE customers (id int PRIMARY KEY, name text);"
            + " CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers); SELECT pg_sleep(600)";

    private final TestDatabase database;
    private TestDatabase live;
    private Disposable run = () -> {};

    QuietScratchTest(TestDatabase database) {
        this.database = database;
        this.live = database;
    }

    @BeforeEach
    void begin() {
        live = database.fresh();
        live.execute("CREATE TABLE customers (id int PRIMARY KEY, name text);"
                + " CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers);"
                + " CREATE VIEW names AS SELECT name FROM customers");
        run = Scratch.inRolledBackTransaction(live.connectionFactory(), CatalogScope.ALL)
                .use(place -> place.run(script(SLOW)))
                .subscribe();
        await(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
                "1");
    }

    @AfterEach
    void cancel() {
        run.dispose();
        await("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()", "1");
    }

    private void await(String query, String expected) {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (value(query).equals(expected)) {
                return;
            }
            QuietScratchTest.pause();
        }
        throw new AssertionError(query + " is " + value(query) + ", not " + expected);
    }

    private static void pause() {
        reactor.core.publisher.Mono.delay(Duration.ofMillis(50)).block();
    }

    private String value(String query) {
        return live.query(query).get(0).get(0);
    }

    @Test
    void tablesOfTheUser_areNotLocked() {
        assertThat(live.query("""
                SELECT c.relname, l.mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
                WHERE l.pid <> pg_backend_pid() AND c.oid >= 16384""")).isEmpty();
    }

    @Test
    void others_readWriteAndChangeTheirTables() {
        live.execute("SET lock_timeout = '2s'; INSERT INTO customers VALUES (1, 'a'); INSERT INTO orders VALUES (1, 1);"
                + " ALTER TABLE customers ADD COLUMN phone text; CREATE INDEX ON customers (name);"
                + " CREATE TABLE more (id int); DROP VIEW names; TRUNCATE orders, customers");

        assertThat(live.query("SELECT * FROM customers")).isEmpty();
    }

    @Test
    void cancelled_leavesNothing() {
        run.dispose();

        await("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()", "1");
        assertThat(live.query("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' ORDER BY 1"))
                .containsExactly(List.of("information_schema"), List.of("public"));
    }
}
