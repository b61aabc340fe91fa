package dev.reflux.r2dbc.catalog;

import io.r2dbc.spi.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where PostgreSQL keeps an object, the key of {@code pg_depend} and {@code pg_description}.
 *
 * @param catalog the number of the system catalog, for instance of {@code pg_class}
 * @param oid the object's number there
 * @param sub the number of a column; 0 for the whole object
 */
record Address(int catalog, long oid, int sub) {

    /** The number of {@code pg_namespace}. */
    private static final int SCHEMAS = 2615;

    /** The address in three columns of a row. */
    static Address from(Row row, int column) {
        return Objects.requireNonNull(find(row, column));
    }

    /** The address in three columns of a row; null if the first is. */
    static @Nullable Address find(Row row, int column) {
        Integer catalog = row.get(column, Integer.class);
        return catalog == null
                ? null
                : new Address(catalog, number(row.get(column + 1, Long.class)), (int)
                        number(row.get(column + 2, Long.class)));
    }

    static Address ofSchema(long oid) {
        return new Address(SCHEMAS, oid, 0);
    }

    private static long number(@Nullable Long value) {
        return Objects.requireNonNull(value);
    }

    /** The object of which this is a column. */
    Address whole() {
        return new Address(catalog, oid, 0);
    }
}
