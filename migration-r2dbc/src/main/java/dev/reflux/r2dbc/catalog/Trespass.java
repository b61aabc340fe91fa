package dev.reflux.r2dbc.catalog;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Looks, after statements have run, whether one of them reached the live database in spite of everything, as a function may
 * that puts its SQL together: a lock on a table there, or something new that depends on something there.
 */
final class Trespass {

    private static final String LOCKED = """
            SELECT format('%%s is locked (%%s).', l.relation::regclass, l.mode)
            FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.mode <> 'AccessShareLock'
              AND n.nspname = ANY (%1$s)
            """;

    /** Rows of this transaction, those of its savepoints included: their age is not above that of the transaction. */
    private static final String DEPENDENT =
            """
            UNION ALL
            SELECT format('%%s uses %%s.', pg_describe_object(classid, objid, objsubid),
              pg_describe_object(refclassid, refobjid, refobjsubid))
            FROM pg_depend d
            WHERE age(d.xmin) <= age(pg_current_xact_id()::xid) AND d.refobjid IN (
                SELECT oid FROM pg_class WHERE relnamespace = ANY (away.list)
                UNION ALL SELECT oid FROM pg_type WHERE typnamespace = ANY (away.list)
                UNION ALL SELECT oid FROM pg_proc WHERE pronamespace = ANY (away.list)
                UNION ALL SELECT oid FROM pg_operator WHERE oprnamespace = ANY (away.list)
                UNION ALL SELECT oid FROM pg_collation WHERE collnamespace = ANY (away.list))
              AND (pg_identify_object(refclassid, refobjid, 0)).schema = ANY (%1$s)
              AND position('%2$s' IN (pg_identify_object(classid, objid, 0)).identity) = 0
              AND NOT EXISTS (SELECT FROM pg_depend e
                WHERE e.classid = d.refclassid AND e.objid = d.refobjid AND e.deptype = 'e')
            """.replace("(away.list)", "(ARRAY(SELECT oid FROM pg_namespace WHERE nspname = ANY (%1$s)))");

    private static final int SHOWN = 10;

    private Trespass() {}

    /** Fails with {@link ScratchRefusedException} if there is anything to complain about. */
    static Mono<Void> check(Connection connection, Stage stage) {
        List<String> untouchable = new ArrayList<>(stage.aside().values());
        stage.notCompared().forEach(schema -> untouchable.add(schema.name()));
        if (untouchable.isEmpty()) {
            return Mono.empty();
        }
        String query = (stage.behind().isEmpty() ? LOCKED : LOCKED + DEPENDENT)
                .formatted(StageSql.texts(untouchable), RolledBackScratch.PREFIX);
        return Texts.of(connection, "SET LOCAL search_path = pg_catalog;\n" + query + "LIMIT " + SHOWN)
                .flatMap(found -> found.isEmpty()
                        ? Mono.empty()
                        : Mono.error(new ScratchRefusedException(
                                found.stream()
                                        .map(text ->
                                                "These scripts use what is in the live database without defining it: "
                                                        + stage.trueText(text))
                                        .toList(),
                                "Define it in the desired schema. " + Refusals.REMEDY)));
    }
}
