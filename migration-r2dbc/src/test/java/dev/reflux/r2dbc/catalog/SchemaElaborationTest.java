package dev.reflux.r2dbc.catalog;

import static dev.reflux.r2dbc.catalog.Schemas.described;
import static dev.reflux.r2dbc.catalog.Schemas.get;
import static dev.reflux.r2dbc.catalog.Schemas.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import dev.reflux.test.Traffic;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elaboration with its cache. */
@PostgresTest
class SchemaElaborationTest {

    private static final String DDL = "CREATE TABLE customers (id int PRIMARY KEY, note text DEFAULT 'x')";

    private final TestDatabase database;
    private TestDatabase live;

    @TempDir
    private Path directory = Path.of("");

    SchemaElaborationTest(TestDatabase database) {
        this.database = database;
        this.live = database;
    }

    @BeforeEach
    void freshDatabase() {
        live = database.fresh();
        live.execute("CREATE TABLE old (id int)");
    }

    private SchemaElaboration elaboration(ConnectionFactory factory) {
        return SchemaElaboration.of(factory, CatalogScope.ALL, ElaborationCache.in(directory));
    }

    private Traffic trafficOf(String ddl) {
        try (CountingProxy proxy = CountingProxy.to(live)) {
            ConnectionFactory factory = ConnectionFactories.get(proxy.options()
                    .mutate()
                    .option(PostgresqlConnectionFactoryProvider.AUTODETECT_EXTENSIONS, false)
                    .build());
            get(elaboration(factory).elaborate(script(ddl)));
            return proxy.traffic();
        }
    }

    private static boolean runs(Traffic traffic, String ddl) {
        return traffic.queries().stream().anyMatch(query -> query.contains(ddl));
    }

    @Test
    void sameScripts_areNotRunAgain() {
        assertThat(runs(trafficOf(DDL), DDL)).isTrue();

        Traffic second = trafficOf(DDL);

        // The driver asks for the isolation level when it connects.
        assertThat(second.queries()).hasSize(2);
        assertThat(second.connections()).isEqualTo(1);
        assertThat(runs(second, DDL)).isFalse();
    }

    @Test
    void firstTime_takesAFewRoundTrips() {
        assertThat(trafficOf(DDL).roundTrips()).isEqualTo(8);
    }

    @Test
    void cachedCatalog_isThatOfTheFirstTime() {
        Catalog first = get(elaboration(live.connectionFactory()).elaborate(script(DDL)));
        Catalog second = get(elaboration(live.connectionFactory()).elaborate(script(DDL)));

        assertThat(described(second)).isEqualTo(described(first));
        assertThat(List.copyOf(second.objects())).isEqualTo(List.copyOf(first.objects()));
    }

    @Test
    void whatTheResultDependsOn_makesItNew() {
        trafficOf(DDL);

        assertThat(runs(trafficOf(DDL + ";CREATE TABLE t ()"), DDL)).isTrue();
        live.execute("CREATE EXTENSION citext");
        assertThat(runs(trafficOf(DDL), DDL)).isTrue();
        assertThat(runs(trafficOf(DDL), DDL)).isFalse();
        live.execute("CREATE SCHEMA other");
        assertThat(runs(trafficOf(DDL), DDL)).isTrue();
        live.execute("ALTER DATABASE " + live.database() + " SET search_path = other");
        assertThat(runs(trafficOf(DDL), DDL)).isTrue();
        live.execute("CREATE TABLE public.more (id int)");
        assertThat(runs(trafficOf(DDL), DDL)).isFalse();
    }

    @Test
    void damagedCache_isWrittenAnew() throws IOException {
        trafficOf(DDL);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "nonsense");
            }
        }

        assertThat(runs(trafficOf(DDL), DDL)).isTrue();
        assertThat(runs(trafficOf(DDL), DDL)).isFalse();
    }

    @Test
    void failure_isNotKept() throws IOException {
        assertThat(elaboration(live.connectionFactory())
                        .elaborate(script("CREATE TABLE x (a nothing)"))
                        .onErrorComplete()
                        .blockOptional())
                .isEmpty();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void developmentDatabase_givesTheSame() {
        TestDatabase dev = database.fresh();
        Catalog here = get(SchemaElaboration.of(live.connectionFactory(), CatalogScope.ALL, ElaborationCache.none())
                .elaborate(script(DDL)));

        Catalog there = get(elaboration(live.connectionFactory())
                .on(dev.connectionFactory())
                .elaborate(script(DDL)));

        assertThat(described(there)).isEqualTo(described(here));
        assertThat(runs(trafficOf(DDL), DDL)).isFalse();
    }

    @Test
    void whatScriptsDoNotDecide_isAsInTheLiveDatabase() {
        live.execute("CREATE SCHEMA extensions; CREATE EXTENSION citext SCHEMA extensions;"
                + " COMMENT ON EXTENSION citext IS 'ours'; GRANT USAGE ON SCHEMA extensions TO PUBLIC");
        TestDatabase dev = database.fresh();
        Catalog current = Schemas.of(live);

        Catalog desired = get(elaboration(live.connectionFactory())
                .on(dev.connectionFactory())
                .completion(script(DDL))
                .map(completion -> completion.apply(current))
                .single());

        ObjectId extension = ObjectId.global(Kind.EXTENSION, "citext");
        ObjectId grant = ObjectId.schema("extensions").child(Kind.PRIVILEGE, "public");
        assertThat(desired.find(extension)).isEqualTo(current.find(extension)).isPresent();
        assertThat(desired.find(extension.child(Kind.COMMENT))).isEqualTo(current.find(extension.child(Kind.COMMENT)));
        assertThat(desired.find(grant)).isEqualTo(current.find(grant)).isPresent();
        assertThat(desired.has(ObjectId.of(Kind.TABLE, "public", "customers"))).isTrue();
        assertThat(desired.has(ObjectId.of(Kind.TABLE, "public", "old"))).isFalse();
    }
}
