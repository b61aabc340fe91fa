package dev.reflux.test;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The databases of one test class, from the first one to the leak check. Thread-safe. */
final class ClassDatabases implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_CLASS_NAME = 40;

    private final Class<?> testClass;
    private final PostgresServer server;
    private final List<TestDatabase> databases = new ArrayList<>();

    private ClassDatabases(Class<?> testClass, PostgresServer server) {
        this.testClass = testClass;
        this.server = server;
    }

    /** Creates the first database of a class. */
    static ClassDatabases of(Class<?> testClass) {
        ClassDatabases databases = new ClassDatabases(testClass, PostgresServer.shared());
        databases.create();
        return databases;
    }

    synchronized TestDatabase first() {
        return databases.get(0);
    }

    /** Creates one more database, which is checked and dropped with the others. */
    synchronized TestDatabase create() {
        String name = name();
        server.createDatabase(name);
        TestDatabase database = new TestDatabase(server.address().withDatabase(name), server.majorVersion(), this);
        databases.add(database);
        return database;
    }

    /**
     * The name of the class, for who looks at the server, and something random, for other runs may use the same
     * server.
     */
    private String name() {
        String simple = testClass.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        return simple.substring(0, Math.min(simple.length(), LONGEST_CLASS_NAME)) + "_"
                + HexFormat.of().formatHex(random);
    }

    /** Checks that no connection is left open, and drops the databases in any case. */
    @Override
    public synchronized void close() {
        List<String> leaks = new ArrayList<>();
        for (TestDatabase database : databases) {
            try {
                server.awaitNoSession(database.database())
                        .forEach(session -> leaks.add("database \"" + database.database() + "\": " + session));
            } finally {
                server.dropDatabase(database.database());
            }
        }
        databases.clear();
        if (!leaks.isEmpty()) {
            throw new AssertionError("Test class \"%s\" left connections open:%n  %s%n%s"
                    .formatted(
                            testClass.getName(),
                            String.join(System.lineSeparator() + "  ", leaks),
                            "Close every connection that a test opens, for example with usingWhen."));
        }
    }
}
