package dev.reflux.spring.example;

import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.reflux.Migration;
import dev.reflux.Revision;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

@Revision(id = "a1", message = "create guests", created = "2026-11-26")
public final class CreateGuests implements Migration {

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.just(db.createTable("guests")
                .column("id", BIGINT.identity(true))
                .column("name", VARCHAR(200).notNull())
                .primaryKey("id"));
    }

    @Override
    public Publisher<? extends Query> downgrade(DSLContext db) {
        return Flux.just(db.dropTable("guests"));
    }
}
