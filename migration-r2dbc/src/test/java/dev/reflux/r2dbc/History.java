package dev.reflux.r2dbc;

import dev.reflux.Irreversible;
import dev.reflux.Migration;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.source.Checksum;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.LoadedRevision;
import dev.reflux.source.MigrationCode;
import dev.reflux.source.Migrations;
import dev.reflux.source.TransactionMode;
import dev.reflux.sql.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A linear history, written down in a test: each revision revises the one before it. */
final class History {

    private final List<LoadedRevision> revisions = new ArrayList<>();

    static History of() {
        return new History();
    }

    /** A revision in SQL without a downgrade. */
    History sql(String id, String upgrade) {
        return sql(id, upgrade, Optional.empty());
    }

    /** A revision in SQL. */
    History sql(String id, String upgrade, String downgrade) {
        return sql(id, upgrade, Optional.of(downgrade));
    }

    private History sql(String id, String upgrade, Optional<String> downgrade) {
        return add(
                id,
                new MigrationCode.SqlCode(Script.parse(upgrade), downgrade.map(Script::parse)),
                TransactionMode.TRANSACTIONAL,
                Optional.of(Checksum.of(upgrade)));
    }

    /** A revision in SQL that runs outside a transaction. */
    History alone(String id, String upgrade, String downgrade) {
        return add(
                id,
                new MigrationCode.SqlCode(Script.parse(upgrade), Optional.of(Script.parse(downgrade))),
                TransactionMode.NON_TRANSACTIONAL,
                Optional.empty());
    }

    /** A revision in Java whose downgrade does nothing. */
    History java(String id, Function<DSLContext, Publisher<? extends Query>> upgrade) {
        return add(id, migration(upgrade), TransactionMode.TRANSACTIONAL);
    }

    private static Migration migration(Function<DSLContext, Publisher<? extends Query>> upgrade) {
        return new Migration() {
            @Override
            public Publisher<? extends Query> upgrade(DSLContext db) {
                return upgrade.apply(db);
            }

            @Override
            public Publisher<? extends Query> downgrade(DSLContext db) {
                return Flux.empty();
            }
        };
    }

    /** A revision in Java that runs outside a transaction. */
    History aloneJava(String id, Function<DSLContext, Publisher<? extends Query>> upgrade) {
        return add(id, migration(upgrade), TransactionMode.NON_TRANSACTIONAL);
    }

    /** A revision in Java that cannot be undone. */
    History irreversible(String id) {
        return add(id, (Irreversible) db -> Flux.empty(), TransactionMode.TRANSACTIONAL);
    }

    private History add(String id, Migration migration, TransactionMode mode) {
        return add(id, new MigrationCode.JavaCode(migration.getClass(), () -> migration), mode, Optional.empty());
    }

    private History add(String id, MigrationCode code, TransactionMode mode, Optional<Checksum> checksum) {
        List<RevisionId> parents = revisions.isEmpty()
                ? List.of()
                : List.of(revisions.get(revisions.size() - 1).id());
        RevisionNode node =
                new RevisionNode(RevisionId.of(id), parents, List.of(), List.of(), "message of " + id, "", id + ".sql");
        revisions.add(new LoadedRevision(node, code, mode, checksum));
        return this;
    }

    Migrations migrations() {
        LoadedMigrations loaded = LoadedMigrations.of(revisions);
        return () -> loaded;
    }
}
