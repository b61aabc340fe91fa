package dev.reflux.r2dbc.catalog;

import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Pairs of schemas in files, a test for each. */
final class SchemaPairs {

    /** A part of the names of the pairs that are wanted; empty for all. */
    private static final String WANTED = System.getProperty("reflux.test.schemaPair", "");

    /** The user who runs the pairs in the project from which they come. */
    private static final String TEST_USER = """
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'testuser') THEN CREATE ROLE testuser; END IF;
            END $$;
            """;

    private SchemaPairs() {}

    /** Pairs of which each is one file, with a line between the two schemas. */
    static Stream<DynamicTest> inFiles(Path root, TestDatabase database) {
        return pairs(root, ".sql", SchemaPairs::inFile, database);
    }

    /** Pairs of which each is a directory. */
    static Stream<DynamicTest> inDirectories(Path root, TestDatabase database) {
        return pairs(root, "new.sql", SchemaPairs::inDirectory, database);
    }

    private static Stream<DynamicTest> pairs(
            Path root, String end, Function<Path, SchemaPair> read, TestDatabase database) {
        PairPlace place = new PairPlace(database);
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(end) && file.toString().contains(WANTED))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(
                            root.relativize(file).toString(),
                            () -> read.apply(file).check(place)))
                    .onClose(place::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaPair inDirectory(Path wanted) {
        String setup = TEST_USER + text(wanted.resolveSibling("setup.sql")) + "\n";
        return new SchemaPair(setup + text(wanted.resolveSibling("old.sql")), setup + text(wanted));
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
