package dev.reflux;

import org.jooq.DSLContext;
import org.jooq.Query;
import org.reactivestreams.Publisher;

/**
 * A migration that cannot be undone, for instance because it deletes data. A downgrade that would pass through it is
 * refused, by its name, before anything runs.
 */
public interface Irreversible extends Migration {

    /**
     * Is not called: the planner refuses first.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    default Publisher<? extends Query> downgrade(DSLContext db) {
        throw new UnsupportedOperationException(getClass().getName() + " is irreversible");
    }
}
