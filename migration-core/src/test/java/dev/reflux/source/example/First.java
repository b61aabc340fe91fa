package dev.reflux.source.example;

import dev.reflux.Irreversible;
import dev.reflux.Revision;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Found by the tests of package scanning. */
@Revision(id = "a1", message = "first")
public final class First implements Irreversible {

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.empty();
    }
}
