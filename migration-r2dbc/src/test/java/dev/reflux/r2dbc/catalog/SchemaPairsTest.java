package dev.reflux.r2dbc.catalog;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pairs of schemas: our own, one file each, and those of the conformance data where it is there. */
@PostgresTest
class SchemaPairsTest {

    /** Where the conformance data is, seen from this module. */
    private static final Path CONFORMANCE = Path.of("../../shared/conformance/schema-pairs");

    private static final Path OWN = Path.of("src/test/resources/schema-pairs");

    /** A part of the names of the pairs that are wanted; empty for all. */
    private static final String WANTED = System.getProperty("reflux.test.schemaPair", "");

    /** The user who runs the pairs in the project from which they come. */
    private static final String TEST_USER = """
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'testuser') THEN CREATE ROLE testuser; END IF;
            END $$;
            """;

    @TestFactory
    Stream<DynamicTest> ownPairs(TestDatabase database) {
        return pairs(OWN, ".sql", database);
    }

    @TestFactory
    Stream<DynamicTest> conformancePairs(TestDatabase database) {
        Path root = Path.of(System.getProperty("reflux.test.schemaPairs", CONFORMANCE.toString()));
        return Files.isDirectory(root)
                ? pairs(root, "new.sql", database)
                : Stream.of(DynamicTest.dynamicTest(
                        "schema pairs", () -> assumeTrue(false, "There are no schema pairs in " + root)));
    }

    private static Stream<DynamicTest> pairs(Path root, String end, TestDatabase database) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(end) && file.toString().contains(WANTED))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(
                            root.relativize(file).toString(),
                            () -> (end.equals("new.sql") ? inDirectory(file.resolveSibling("")) : inFile(file))
                                    .check(database)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaPair inDirectory(Path directory) {
        String setup = TEST_USER + text(directory.resolve("setup.sql")) + "\n";
        return new SchemaPair(setup + text(directory.resolve("old.sql")), setup + text(directory.resolve("new.sql")));
    }

    private static SchemaPair inFile(Path file) {
        String[] sides = text(file).split("-- new\n", 2);
        return new SchemaPair(sides[0], sides[1]);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
