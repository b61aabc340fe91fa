package dev.reflux;

import org.jooq.DSLContext;
import org.jooq.Query;
import org.reactivestreams.Publisher;

/**
 * The code of a revision: its upgrade and its downgrade, each a function from a jOOQ {@link DSLContext} to a publisher of
 * queries that are <em>not yet executed</em>. Reflux executes them.
 *
 * <pre>{@code
 * @Revision(id = "3f2a9c1b7d04", revises = "1b0e5d8c6a21", message = "add phone to customers")
 * public final class AddPhoneToCustomers implements Migration {
 *
 *     @Override
 *     public Publisher<? extends Query> upgrade(DSLContext db) {
 *         return Flux.just(
 *                 db.alterTable("customers").addColumn("phone", VARCHAR(32)),
 *                 db.createIndex("customers_phone_idx").on("customers", "phone"));
 *     }
 *
 *     @Override
 *     public Publisher<? extends Query> downgrade(DSLContext db) {
 *         return Flux.just(db.alterTable("customers").dropColumn("phone"));
 *     }
 * }
 * }</pre>
 *
 * <h2>The contract</h2>
 *
 * <ul>
 *   <li>Queries run in the order in which they are emitted.
 *   <li>Whatever the migration reads through {@code db} sees every query that it emitted before it subscribed to the read.
 *   <li>Reading and emitting inside one stream, {@code Flux.from(db.select(…)).map(row -> db.update(…))}, neither
 *       deadlocks nor reorders; nested reads work at any size. The rows of a read are held in memory until they are
 *       consumed.
 *   <li>Everything runs in the transaction of the step, unless {@link Revision#transactional()} is false. A migration does
 *       not begin, commit or roll back, and does not change the state of the session ({@code SET LOCAL} is fine).
 *   <li>Cancelling a run rolls the current step back, and leaves the connection closed or clean.
 *   <li>{@code db} lives as long as the step. It executes over R2DBC only: {@code Flux.from(db.select(…))} works, the
 *       blocking methods of jOOQ ({@code fetch()}, {@code execute()}) do not.
 * </ul>
 *
 * <p>An implementation is created by its public constructor without parameters, unless an instance was handed to
 * {@link dev.reflux.source.Migrations#of}. It is used by one run at a time if each run loads its own; an instance that
 * was handed in may be used by several at once and should have no state.
 *
 * <p>A migration that cannot be undone implements {@link Irreversible} instead.
 */
public interface Migration {

    /**
     * The queries that bring the schema from this revision's parents to this revision.
     *
     * @param db renders and reads, in the transaction of the step
     * @return the queries, in order; empty for a revision that changes nothing
     */
    Publisher<? extends Query> upgrade(DSLContext db);

    /**
     * The queries that undo {@link #upgrade}.
     *
     * @param db renders and reads, in the transaction of the step
     * @return the queries, in order; empty where there is nothing to undo
     */
    Publisher<? extends Query> downgrade(DSLContext db);
}
