package dev.reflux.r2dbc.catalog;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our own pairs of schemas, one file each. */
@PostgresTest
class OwnSchemaPairsTest {

    @TestFactory
    Stream<DynamicTest> pairs(TestDatabase database) {
        return SchemaPairs.inFiles(Path.of("src/test/resources/schema-pairs"), database);
    }
}
