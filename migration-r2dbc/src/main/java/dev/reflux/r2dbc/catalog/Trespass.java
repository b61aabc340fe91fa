package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.catalog.Surroundings.Server;
import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Looks, after statements have run, whether they reached the live database in spite of everything, as a function may that puts
 * its SQL together: a lock on a table there, something new that depends on something there, more locks than the server can
 * spare.
 */
final class Trespass {

    private static final String LOCKED = """
            SELECT format('These scripts lock %%s (%%s), which is in the live database. Define it in the desired schema.',
              l.relation::regclass, l.mode)
            FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.mode <> 'AccessShareLock'
              AND n.nspname = ANY (%1$s)
            """;

    /** Rows of this transaction, those of its savepoints included: their age is not above that of the transaction. */
    private static final String DEPENDENT = """
            UNION ALL
            SELECT format('The %%s uses the %%s, which is in the live database. Define that in the desired schema.',
              pg_describe_object(classid, objid, objsubid), pg_describe_object(refclassid, refobjid, refobjsubid))
            FROM pg_depend d
            WHERE age(d.xmin) <= age(pg_current_xact_id()::xid) AND d.refobjid IN (
                SELECT oid FROM pg_class WHERE relnamespace = ANY ({away})
                UNION ALL SELECT oid FROM pg_type WHERE typnamespace = ANY ({away})
                UNION ALL SELECT oid FROM pg_proc WHERE pronamespace = ANY ({away})
                UNION ALL SELECT oid FROM pg_operator WHERE oprnamespace = ANY ({away})
                UNION ALL SELECT oid FROM pg_collation WHERE collnamespace = ANY ({away}))
              AND (pg_identify_object(refclassid, refobjid, 0)).schema = ANY (%1$s)
              AND position('{prefix}' IN (pg_identify_object(classid, objid, 0)).identity) = 0
              AND NOT EXISTS (SELECT FROM pg_depend e
                WHERE e.classid = d.refclassid AND e.objid = d.refobjid AND e.deptype = 'e')
            """.replace(
                    "{away}", "ARRAY(SELECT oid FROM pg_namespace WHERE nspname = ANY (%1$s))")
            .replace("{prefix}", RolledBackScratch.PREFIX);

    /** An object counts once, however it is locked. The estimate that let the scripts pass may err by half. */
    private static final String TOO_MANY = """
            UNION ALL
            SELECT format('This takes %%s locks in one transaction, and the server has room for %2$d, for all its sessions together'
              ' (max_locks_per_transaction, max_connections). More than a quarter of them is not for one.', count(*))
            FROM (SELECT DISTINCT locktype, database, relation, transactionid, classid, objid, objsubid
              FROM pg_locks WHERE pid = pg_backend_pid() AND NOT fastpath) l
            HAVING count(*) > %3$d
            """;

    private static final int SHOWN = 10;

    private Trespass() {}

    /** Fails with {@link ScratchRefusedException} if there is anything to complain about. */
    static Mono<Void> check(Connection connection, Stage stage, Server server) {
        List<String> untouchable = new ArrayList<>(stage.aside().values());
        stage.notCompared().forEach(schema -> untouchable.add(schema.name()));
        String query = (LOCKED + (stage.behind().isEmpty() ? "" : DEPENDENT) + TOO_MANY)
                .formatted(StageSql.texts(untouchable), server.locks(), Refusals.mostLocks(server) * 3 / 2);
        return Texts.of(connection, "SET LOCAL search_path = pg_catalog;\n" + query + "LIMIT " + SHOWN)
                .doOnNext(found ->
                        Refusals.fail(found.stream().map(stage::trueText).toList()))
                .then();
    }
}
