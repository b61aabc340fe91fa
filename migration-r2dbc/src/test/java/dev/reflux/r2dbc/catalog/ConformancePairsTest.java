package dev.reflux.r2dbc.catalog;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The pairs of schemas of the conformance data, where it stands beside the project. */
@PostgresTest
class ConformancePairsTest {

    /** Seen from this module. */
    private static final Path USUAL_PLACE = Path.of("../../shared/conformance/schema-pairs");

    @TestFactory
    Stream<DynamicTest> pairs(TestDatabase database) {
        Path root = Path.of(System.getProperty("reflux.test.schemaPairs", USUAL_PLACE.toString()));
        assumeTrue(Files.isDirectory(root), "There are no schema pairs in " + root);
        return SchemaPairs.inDirectories(root, database);
    }
}
