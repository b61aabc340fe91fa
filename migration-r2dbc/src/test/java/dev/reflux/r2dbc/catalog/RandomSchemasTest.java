package dev.reflux.r2dbc.catalog;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for the schema pairs holds for pairs of random schemas; the names of the tests are the seeds. */
@PostgresTest
class RandomSchemasTest {

    private static final int PAIRS = Integer.getInteger("reflux.test.randomSchemas", 20);

    @TestFactory
    Stream<DynamicTest> pairs(TestDatabase database) {
        long first = Long.getLong("reflux.test.seed", System.nanoTime());
        PairPlace place = new PairPlace(database);
        return LongStream.range(first, first + PAIRS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed, place)))
                .onClose(place::close);
    }

    private static void check(long seed, PairPlace place) {
        try {
            new SchemaPair(RandomSchema.ddl(seed), RandomSchema.ddl(~seed)).check(place);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("With -Dreflux.test.seed=" + seed + ": " + e.getMessage(), e);
        }
    }
}
