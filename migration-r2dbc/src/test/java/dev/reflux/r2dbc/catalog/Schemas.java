package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.r2dbc.wire.OwnConnection;
import dev.reflux.schema.SchemaScript;
import dev.reflux.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** Catalogs in tests, and what is in them. Blocks. */
final class Schemas {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Schemas() {}

    static List<SchemaScript> script(String ddl) {
        return List.of(new SchemaScript("schema.sql", ddl));
    }

    /** What DDL means in a place. */
    static Catalog in(Scratch scratch, String ddl) {
        return in(scratch, script(ddl));
    }

    static Catalog in(Scratch scratch, List<SchemaScript> scripts) {
        return get(scratch.use(place -> place.run(scripts).then(place.catalog())));
    }

    static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }

    /** What a database looks like. */
    static Catalog of(TestDatabase database) {
        return get(OwnConnection.use(
                        database.connectionFactory(),
                        connection -> Exchange.send(connection, List.of(Line.of("BEGIN")))
                                .then(CatalogReader.read(connection, CatalogScope.ALL)))
                .single());
    }

    /** Everything that counts in a comparison, to be compared as text. */
    static Map<String, String> described(Catalog catalog) {
        Map<String, String> described = new TreeMap<>();
        for (CatalogObject object : catalog.objects()) {
            described.put(
                    object.id().toString(),
                    new TreeMap<>(object.attributes().values()) + " needs "
                            + object.dependsOn().stream().sorted().toList());
        }
        catalog.unmodelled().forEach(other -> described.put(other.toString(), "not modelled"));
        return described;
    }

    /** The names of the objects that are no parts of others. */
    static List<String> names(Catalog catalog) {
        return catalog.objects().stream()
                .filter(object -> !object.kind().isPart())
                .map(object -> object.id().toString())
                .sorted()
                .toList();
    }
}
