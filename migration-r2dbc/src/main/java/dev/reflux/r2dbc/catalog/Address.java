package dev.reflux.r2dbc.catalog;

import io.r2dbc.spi.Row;
import java.util.Objects;
import java.util.function.BiConsumer;
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

    /**
     * An address that is written as {@code catalog oid sub}; null for null. There are hundreds of thousands, and each column of a
     * row costs the driver more than what is in it.
     */
    static @Nullable Address of(@Nullable String text) {
        return text == null ? null : next(new Numbers(text));
    }

    /** The pairs of addresses in the only column of a row, a pair on a line. */
    static void eachPair(Row row, BiConsumer<Address, Address> pair) {
        Numbers numbers = new Numbers(Objects.requireNonNull(row.get(0, String.class)));
        while (!numbers.isEnd()) {
            pair.accept(next(numbers), next(numbers));
        }
    }

    private static Address next(Numbers numbers) {
        return new Address((int) numbers.next(), numbers.next(), (int) numbers.next());
    }

    static Address ofSchema(long oid) {
        return new Address(SCHEMAS, oid, 0);
    }

    /** The object of which this is a column. */
    Address whole() {
        return new Address(catalog, oid, 0);
    }

    /** Written out: those of a record go through method handles, which are slow until the second compiler has seen them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address that && oid == that.oid && catalog == that.catalog && sub == that.sub;
    }

    @Override
    public int hashCode() {
        return (catalog * 31 + Long.hashCode(oid)) * 31 + sub;
    }

    /** Numbers with one character between them. */
    private static final class Numbers {

        private final String text;
        private int at;

        Numbers(String text) {
            this.text = text;
        }

        boolean isEnd() {
            return at >= text.length();
        }

        /** System columns have negative numbers. */
        long next() {
            boolean isNegative = text.charAt(at) == '-';
            at += isNegative ? 1 : 0;
            long number = 0;
            char digit = text.charAt(at);
            while (digit >= '0' && digit <= '9') {
                number = number * 10 + digit - '0';
                at++;
                digit = at < text.length() ? text.charAt(at) : ' ';
            }
            at++;
            return isNegative ? -number : number;
        }
    }
}
