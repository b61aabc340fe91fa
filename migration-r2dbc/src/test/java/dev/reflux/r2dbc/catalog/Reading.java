package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A catalog that was read in a test, and how a test writes its objects down. */
record Reading(Catalog catalog) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What a script makes in the schema {@code app}, read in the same transaction, which is rolled back. */
    static Reading of(TestDatabase database, String script) {
        return of(database, CatalogScope.ALL.withSchemas(Set.of("app")), script);
    }

    /** What there is, and what a script makes whose search path begins with the schema {@code app}. */
    static Reading of(TestDatabase database, CatalogScope scope, String script) {
        String prepared = "CREATE SCHEMA IF NOT EXISTS app; SET LOCAL search_path = app, public;" + script;
        return new Reading(rolledBack(
                database, connection -> run(connection, prepared).then(CatalogReader.read(connection, scope))));
    }

    /** What is there. */
    static Reading of(TestDatabase database, CatalogScope scope) {
        return new Reading(rolledBack(database, connection -> CatalogReader.read(connection, scope)));
    }

    /** Does something in a transaction that is rolled back. */
    static <T> T rolledBack(TestDatabase database, Function<Connection, Mono<T>> work) {
        Mono<T> result = Mono.usingWhen(
                database.connectionFactory().create(),
                connection -> run(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ")
                        .then(work.apply(connection))
                        .flatMap(value -> run(connection, "ROLLBACK").thenReturn(value)),
                Connection::close);
        return Objects.requireNonNull(result.block(PATIENCE));
    }

    static Mono<Void> run(Connection connection, String script) {
        return Flux.from(connection.createStatement(script).execute())
                .concatMap(result -> result.map((row, metadata) -> true))
                .then();
    }

    /** The objects of some kinds, one after the other, each with its attributes, its hints and what it depends on. */
    String of(Kind... kinds) {
        Set<Kind> wanted = EnumSet.copyOf(Arrays.asList(kinds));
        return catalog.objects().stream()
                .filter(object -> wanted.contains(object.kind()))
                .map(Reading::text)
                .collect(Collectors.joining());
    }

    /** One object. */
    String of(ObjectId id) {
        return text(catalog.find(id).orElseThrow());
    }

    /** What an object depends on. */
    Set<String> uses(ObjectId id) {
        return catalog.find(id).orElseThrow().dependsOn().stream()
                .map(ObjectId::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The identities of all objects that are no parts of others. */
    Set<String> names() {
        return catalog.objects().stream()
                .filter(object -> !object.kind().isPart())
                .map(object -> object.id().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of what is not described. */
    Set<String> unmodelled() {
        return catalog.unmodelled().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(CatalogObject object) {
        String uses = object.dependsOn().stream()
                .map(used -> "  uses " + used + "\n")
                .sorted()
                .collect(Collectors.joining());
        return object.id() + "\n" + text("  ", object.attributes()) + text("  hint ", object.hints()) + uses;
    }

    private static String text(String indent, Attributes attributes) {
        return attributes.values().entrySet().stream()
                .map(entry -> indent + entry.getKey() + ": "
                        + String.join(" | ", entry.getValue()).strip().replace("\n", "\n    ") + "\n")
                .collect(Collectors.joining());
    }
}
