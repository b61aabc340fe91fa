package dev.reflux.r2dbc.catalog;

import dev.reflux.sql.Identifier;
import dev.reflux.sql.StatementTokens;
import io.r2dbc.spi.Connection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is in the renamed schemas and can be found there nevertheless, because extensions had to stay: their members by name,
 * and next to them the relations of the user's.
 *
 * @param trueNames the renamed schemas with extensions: new names by true names
 * @param types names of types and relations, with the true name of the schema before them, as in {@code public.citext}
 * @param routines names of functions
 * @param others names of operators and of what text search and indexes use
 * @param relations plain names of relations that belong to no extension
 */
record Members(
        Map<String, String> trueNames,
        Set<String> types,
        Set<String> routines,
        Set<String> others,
        Set<String> relations) {

    /** Nothing had to stay. */
    static final Members NONE = new Members(Map.of(), Set.of(), Set.of(), Set.of(), Set.of());

    private static final Set<String> BEFORE_ROUTINE_OF_OTHERS = Set.of("function", "procedure", "aggregate", "routine");
    private static final Set<String> BEFORE_RELATION = Set.of("table", "exists", "into", "on", "references", "view");

    private static final String QUERY = """
            SELECT o.section, n.nspname::text AS schema, o.name::text
            FROM (
                SELECT 'type' AS section, 'pg_type'::regclass AS class, oid, typnamespace AS schema, typname AS name FROM pg_type
                UNION ALL SELECT 'type', 'pg_class'::regclass, oid, relnamespace, relname FROM pg_class
                UNION ALL SELECT 'routine', 'pg_proc'::regclass, oid, pronamespace, proname FROM pg_proc
                UNION ALL SELECT 'other', 'pg_operator'::regclass, oid, oprnamespace, oprname FROM pg_operator
                UNION ALL SELECT 'other', 'pg_opclass'::regclass, oid, opcnamespace, opcname FROM pg_opclass
                UNION ALL SELECT 'other', 'pg_opfamily'::regclass, oid, opfnamespace, opfname FROM pg_opfamily
                UNION ALL SELECT 'other', 'pg_ts_dict'::regclass, oid, dictnamespace, dictname FROM pg_ts_dict
                UNION ALL SELECT 'other', 'pg_ts_config'::regclass, oid, cfgnamespace, cfgname FROM pg_ts_config
            ) o JOIN pg_namespace n ON n.oid = o.schema
            WHERE n.nspname = ANY ({schemas}) AND EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e')
            UNION ALL
            SELECT 'relation', n.nspname::text, c.relname::text
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY ({schemas}) AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    private record Member(String section, String schema, String name) {}

    /**
     * Reads what had to stay.
     *
     * @param trueNames of the renamed schemas, by their new names
     */
    static Mono<Members> read(Connection connection, Map<String, String> trueNames) {
        String query = QUERY.replace("{schemas}", StageSql.texts(trueNames.keySet()));
        return Flux.defer(() -> connection.createStatement(query).execute())
                .concatMap(result -> result.map((row, metadata) -> new Member(
                        Objects.requireNonNull(row.get(0, String.class)),
                        trueNames.getOrDefault(Objects.requireNonNull(row.get(1, String.class)), ""),
                        Objects.requireNonNull(row.get(2, String.class)))))
                .collectList()
                .map(members -> of(members, trueNames));
    }

    private static Members of(List<Member> members, Map<String, String> trueNames) {
        Map<String, String> away = new HashMap<>();
        trueNames.forEach((newName, trueName) -> away.put(trueName, newName));
        Set<String> relations = new HashSet<>();
        members.stream()
                .filter(member -> member.section().equals("relation"))
                .forEach(member -> relations.add(member.name()));
        return new Members(away, names(members, "type"), names(members, "routine"), names(members, "other"), relations);
    }

    private static Set<String> names(List<Member> members, String section) {
        Set<String> names = new HashSet<>();
        members.stream()
                .filter(member -> member.section().equals(section))
                .forEach(member -> names.add(member.schema() + "." + member.name()));
        return names;
    }

    /** The statement with the names of members, where they have a schema, as they are called now. */
    Command adapt(Command command) {
        if (trueNames.isEmpty()) {
            return command;
        }
        boolean wrapped = command.form() == Command.Form.WRAPPED;
        String sql = wrapped ? command.place().statement().text() : command.sql();
        StatementTokens tokens = StatementTokens.of(sql);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int i = 0; !tokens.isEnd(i); i++) {
            String away = trueNames.get(tokens.name(i));
            if (away != null && tokens.isSymbol(i + 1, '.') && isMember(tokens, i)) {
                text.append(sql, copied, tokens.start(i)).append(Identifier.quote(away));
                copied = tokens.end(i);
            }
        }
        return copied == 0
                ? command
                : Command.rewritten(command.place(), text + sql.substring(copied), command.effect());
    }

    private boolean isMember(StatementTokens tokens, int index) {
        String schema = tokens.name(index) + ".";
        String name = schema + tokens.name(index + 2);
        if (types.contains(name) || others.contains(name)) {
            return true;
        }
        if (tokens.isSymbol(index - 1, '(') && tokens.isWords(index - 2, "operator")) {
            return others.contains(schema + operator(tokens, index + 2));
        }
        return routines.contains(name) && tokens.isSymbol(index + 3, '(') && isCall(tokens, index);
    }

    /** Whether the name before which the schema stands is that of a function which is there, not of something new. */
    private static boolean isCall(StatementTokens tokens, int index) {
        String before = tokens.word(index - 1);
        boolean declared = BEFORE_ROUTINE_OF_OTHERS.contains(before) && !tokens.isWords(index - 2, "execute");
        return !declared && !BEFORE_RELATION.contains(before);
    }

    private static String operator(StatementTokens tokens, int from) {
        StringBuilder operator = new StringBuilder();
        for (int i = from; !tokens.isSymbol(i, ')') && !tokens.isEnd(i); i++) {
            operator.append(tokens.text(i));
        }
        return operator.toString();
    }
}
