package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Kind;
import dev.reflux.r2dbc.catalog.Surroundings.Extension;
import dev.reflux.r2dbc.catalog.Surroundings.Immovable;
import dev.reflux.r2dbc.catalog.Surroundings.Path;
import dev.reflux.r2dbc.catalog.Surroundings.Schema;
import dev.reflux.r2dbc.catalog.Surroundings.Schema.Content;
import dev.reflux.r2dbc.catalog.Surroundings.Server;
import dev.reflux.r2dbc.catalog.Surroundings.Watcher;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the {@link Surroundings}: one query, no lock, no transaction. */
final class SurroundingsReader {

    private static final String SERVER = "server";
    private static final String PATH = "path";
    private static final String SCHEMA = "schema";
    private static final String EXTENSION = "extension";
    private static final String WATCHER = "watcher";
    private static final String IMMOVABLE = "immovable";

    /**
     * Facts as text, a row each. Whatever lives in a schema has a dependency on it, so that one table answers for all kinds;
     * the extension itself and default privileges do not count.
     */
    private static final String QUERY = """
            SELECT 'server' AS section, ARRAY[
                current_setting('server_version_num'), version(), current_user::text,
                CASE WHEN pg_is_in_recovery() THEN 'STANDBY'
                  WHEN has_database_privilege(current_database(), 'CREATE') THEN 'OPEN' ELSE 'CLOSED' END,
                (current_setting('max_locks_per_transaction')::bigint * (current_setting('max_connections')::bigint
                  + current_setting('max_prepared_transactions')::bigint))::text,
                (SELECT string_agg(current_setting(name), ' ' ORDER BY name) FROM unnest(ARRAY['server_encoding', 'DateStyle',
                  'IntervalStyle', 'TimeZone', 'default_tablespace', 'default_table_access_method',
                  'default_toast_compression', 'transform_null_equals', 'xmloption']) name)] AS facts
            UNION ALL SELECT 'path', current_setting('search_path') || current_schemas(false)::text[]
            UNION ALL SELECT 'schema', ARRAY[nspname::text, pg_get_userbyid(nspowner)::text,
                pg_has_role(nspowner, 'USAGE')::text,
                EXISTS (SELECT FROM pg_depend d
                  WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid AND d.deptype = 'n'
                    AND d.classid NOT IN ('pg_extension'::regclass, 'pg_default_acl'::regclass)
                    AND NOT EXISTS (SELECT FROM pg_depend e
                      WHERE e.classid = d.classid AND e.objid = d.objid AND e.deptype = 'e'))::text,
                EXISTS (SELECT FROM pg_extension e WHERE e.extnamespace = n.oid AND e.extname <> 'plpgsql')::text]
              FROM pg_namespace n
              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
            UNION ALL SELECT 'extension', ARRAY[extname::text, nspname::text, extversion,
                pg_has_role(extowner, 'USAGE')::text]
              FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname <> 'plpgsql'
            UNION ALL SELECT 'watcher', ARRAY[evtname::text, evtevent::text,
                pg_has_role(evtowner, 'USAGE')::text] || coalesce(evttags, '{}')
              FROM pg_event_trigger t
              WHERE evtenabled IN ('O', 'A') AND evtevent <> 'login'
                AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_event_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
            UNION ALL SELECT 'immovable', ARRAY['PUBLICATION', pubname::text]
              FROM pg_publication WHERE NOT pg_has_role(pubowner, 'USAGE')
            UNION ALL SELECT 'immovable', ARRAY['EVENT_TRIGGER', evtname::text]
              FROM pg_event_trigger WHERE NOT pg_has_role(evtowner, 'USAGE')
            UNION ALL SELECT DISTINCT 'immovable', ARRAY['DEFAULT_PRIVILEGE', pg_get_userbyid(defaclrole)::text]
              FROM pg_default_acl WHERE NOT pg_has_role(defaclrole, 'USAGE')
            """;

    private SurroundingsReader() {}

    static Mono<Surroundings> read(Connection connection) {
        return Flux.defer(() -> connection.createStatement(QUERY).execute())
                .concatMap(result -> result.map((row, metadata) -> fact(row)))
                .collectList()
                .map(SurroundingsReader::surroundings);
    }

    private record Fact(String section, List<String> values) {

        String text(int index) {
            return values.get(index);
        }

        boolean flag(int index) {
            return text(index).equals("true");
        }

        List<String> from(int index) {
            return values.subList(index, values.size());
        }
    }

    private static Fact fact(Row row) {
        String[] values = Objects.requireNonNull(row.get("facts", String[].class));
        return new Fact(Objects.requireNonNull(row.get("section", String.class)), Arrays.asList(values));
    }

    private static Surroundings surroundings(List<Fact> facts) {
        return new Surroundings(
                all(facts, SERVER, SurroundingsReader::server).get(0),
                all(facts, PATH, fact -> new Path(fact.text(0), fact.from(1))).get(0),
                sorted(all(facts, SCHEMA, SurroundingsReader::schema), Schema::name),
                sorted(
                        all(
                                facts,
                                EXTENSION,
                                fact -> new Extension(fact.text(0), fact.text(1), fact.text(2), fact.flag(3))),
                        Extension::name),
                sorted(
                        all(
                                facts,
                                WATCHER,
                                fact -> new Watcher(fact.text(0), fact.text(1), fact.flag(2), fact.from(3))),
                        Watcher::name),
                Set.copyOf(all(facts, IMMOVABLE, fact -> new Immovable(Kind.valueOf(fact.text(0)), fact.text(1)))));
    }

    private static <T> List<T> all(List<Fact> facts, String section, Function<Fact, T> reading) {
        return facts.stream()
                .filter(fact -> fact.section().equals(section))
                .map(reading)
                .toList();
    }

    private static <T> List<T> sorted(List<T> list, Function<T, String> name) {
        return list.stream().sorted(Comparator.comparing(name)).toList();
    }

    private static Server server(Fact fact) {
        return new Server(
                Integer.parseInt(fact.text(0)),
                fact.text(1),
                fact.text(2),
                Server.State.valueOf(fact.text(3)),
                Long.parseLong(fact.text(4)),
                fact.text(5));
    }

    private static Schema schema(Fact fact) {
        boolean user = fact.flag(3);
        boolean extensions = fact.flag(4);
        Content alone = user ? Content.USER : Content.NOTHING;
        Content withExtensions = user ? Content.BOTH : Content.EXTENSIONS;
        return new Schema(fact.text(0), fact.text(1), fact.flag(2), extensions ? withExtensions : alone);
    }
}
