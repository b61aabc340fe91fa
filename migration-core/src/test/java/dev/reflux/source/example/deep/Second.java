package dev.reflux.source.example.deep;

import dev.reflux.Migration;
import dev.reflux.Revision;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Found by the tests of package scanning; fails when it is initialised. */
@Revision(id = "b2", revises = "a1", transactional = false)
public final class Second implements Migration {

    static final int BOOM = Integer.parseInt("boom");

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.empty();
    }

    @Override
    public Publisher<? extends Query> downgrade(DSLContext db) {
        return Flux.empty();
    }
}
