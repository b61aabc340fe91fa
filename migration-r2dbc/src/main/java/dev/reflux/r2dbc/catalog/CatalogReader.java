package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a whole database, in one round trip: all queries go to the server as one simple query, and their rows become objects
 * while they arrive.
 *
 * <p>Names and constants in the texts are printed as if no schema were in the search path and with fixed settings, so that
 * two catalogs can be compared whoever read them.
 *
 * <p>PostgreSQL 14 to 18. A role sees the whole catalog without any privilege on the objects.
 */
public final class CatalogReader {

    private static final Pattern MAJOR = Pattern.compile("\\d+");

    private CatalogReader() {}

    /**
     * Reads the database of a connection as its transaction sees it.
     *
     * <p>The queries take more than one snapshot unless the transaction is {@code REPEATABLE READ}. Settings, among them
     * {@code search_path} and {@code timezone}, are changed for the rest of the transaction. To print views the server locks
     * the tables that they use, as a query would ({@code ACCESS SHARE}), until the transaction ends.
     *
     * @param connection in a transaction, which stays open
     * @param scope what to read
     * @return the catalog; errors of the server are errors of the mono. Each subscription reads anew; cancelling one discards
     *     the rest of the answer
     */
    public static Mono<Catalog> read(Connection connection, CatalogScope scope) {
        return Mono.defer(() -> {
            int version = majorVersion(connection);
            CatalogScript script = CatalogScript.forVersion(version);
            Assembly assembly = new Assembly(version, scope);
            return Flux.<Result>from(connection.createStatement(script.sql()).execute())
                    .index()
                    .concatMap(part -> rows(part.getT2(), script.reader(part.getT1(), assembly)))
                    .then(Mono.fromSupplier(assembly::catalog));
        });
    }

    private static Publisher<Boolean> rows(Result result, CatalogScript.RowReader reader) {
        return Flux.<Boolean>from(result.map((row, metadata) -> {
                    reader.read(row, metadata);
                    return true;
                }))
                .doOnComplete(reader::end);
    }

    /** The server has said its version when the connection was made. */
    private static int majorVersion(Connection connection) {
        String version = connection.getMetadata().getDatabaseVersion();
        Matcher matcher = MAJOR.matcher(version);
        if (!matcher.lookingAt()) {
            throw new IllegalStateException("The server's version \"" + version + "\" does not begin with a number.");
        }
        return Integer.parseInt(matcher.group());
    }
}
