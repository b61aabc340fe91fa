package dev.reflux;

import org.jooq.Query;
import org.jooq.impl.DSL;

/** Queries of raw SQL text. */
public final class Sql {

    private Sql() {}

    /**
     * A query of raw text: one statement, or several separated by semicolons. Nothing in it is parsed as a placeholder, so
     * {@code ?}, {@code {0}} and {@code $1} stand for themselves.
     *
     * @param text SQL for PostgreSQL
     * @return a query for a {@link Migration} to emit
     */
    public static Query of(String text) {
        return DSL.query(DSL.raw(text));
    }
}
