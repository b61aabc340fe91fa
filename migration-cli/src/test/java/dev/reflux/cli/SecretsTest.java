package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Injects passwords: of odd characters, encoded or not, in every form of a URL and in every place where one may stand or
 * where somebody may put it by mistake, under commands that succeed, cannot log in, or make no sense. Of everything that is
 * printed, with everything that makes it print more, and of every file that is written, nothing contains a piece of them.
 */
@PostgresTest
class SecretsTest {

    private static final int ROUNDS = 60;
    private static final String HOSTILE = "@@//::%%??##&&==  +;,[]{}()'\"\\$!|<>^~`*.-\u00e4\u20ac\ud83d\ude00";
    private static final String LETTERS = "QXZJKVWqxzjkvw";

    /** With the password, the address of the server, and the name of the database. */
    private static final List<String> FORMS = List.of(
            "postgresql://ann:%1$s@%2$s/%3$s",
            "postgres://ann:%1$s@%2$s/%3$s?sslmode=prefer&application_name=x",
            "postgresql+asyncpg://ann:%1$s@%2$s/%3$s",
            "jdbc:postgresql://%2$s/%3$s?user=ann&password=%1$s",
            "jdbc:postgresql://%2$s/%3$s?password=%1$s&user=ann&ApplicationName=x",
            "r2dbc:postgresql://ann:%1$s@%2$s/%3$s",
            "r2dbc:pool:postgresql://ann:%1$s@%2$s/%3$s?maxSize=2",
            "postgresql://ann@%2$s/%3$s?password=%1$s",
            "postgresql://ann@%2$s/%3$s?sslpassword=%1$s",
            "host=127.0.0.1 port=1 user=ann dbname=%3$s password='%1$s'",
            "host=127.0.0.1 port=1 dbname=%3$s password=%1$s user=ann",
            "postgresql://ann:%1$s@127.0.0.1:1/%3$s",
            "postgresql://ann:%1$s@%2$s/%3$s?sslmode=wrong",
            "postgresql://ann:%1$s@%2$s/%3$s?nonsense=1",
            "postgresql://ann:%1$s@%2$s:x/%3$s",
            "postgresql://:%1$s@%2$s/%3$s",
            "postgresql:/ann:%1$s@%2$s/%3$s",
            "postgress://ann:%1$s@%2$s/%3$s",
            "mysql://ann:%1$s@%2$s/%3$s",
            "ann:%1$s@%2$s/%3$s",
            "psql 'postgresql://ann:%1$s@%2$s/%3$s'",
            "DATABASE_URL=postgresql://ann:%1$s@%2$s/%3$s");

    private static final List<String> COMMANDS = List.of(
            "upgrade --connect-limit 0",
            "current",
            "history",
            "downgrade -1 --connect-limit 0",
            "stamp heads",
            "check --schema schema.sql",
            "diff --schema schema.sql",
            "verify",
            "revision --autogenerate --schema schema.sql -m more",
            "revision --from-database -m all");

    private static final List<List<String>> VERBOSITIES = List.of(
            List.of(),
            List.of("--verbose"),
            List.of("--stacktrace"),
            List.of("--verbose", "--stacktrace"),
            List.of("--color=always", "--verbose", "--stacktrace"));

    private final TestDatabase database;

    @TempDir
    Path temporary;

    SecretsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    static void createRole(TestDatabase database) {
        database.execute("CREATE ROLE ann SUPERUSER LOGIN");
    }

    @AfterAll
    static void dropRole(TestDatabase database) {
        database.execute("DROP OWNED BY ann CASCADE; DROP ROLE ann");
    }

    static LongStream seeds() {
        return LongStream.of(20261127L, new SecureRandom().nextLong());
    }

    /** A password that nothing contains by chance: pieces of rare letters between hostile characters. */
    private record Password(List<String> pieces, String raw) {

        static Password random(Random random) {
            List<String> pieces =
                    Stream.generate(() -> text(random, LETTERS, 8)).limit(3).toList();
            StringBuilder raw = new StringBuilder();
            for (String piece : pieces) {
                raw.append(text(random, HOSTILE, random.nextInt(3))).append(piece);
            }
            return new Password(
                    pieces, raw.append(text(random, HOSTILE, random.nextInt(2))).toString());
        }

        private static String text(Random random, String characters, int length) {
            int[] points = characters.codePoints().toArray();
            return Stream.generate(() -> Character.toString(points[random.nextInt(points.length)]))
                    .limit(length)
                    .collect(Collectors.joining());
        }
    }

    /** What a person does: a command, and the URL somewhere. */
    private record Attempt(List<String> arguments, Map<String, String> environment, Map<String, String> files) {

        static Attempt random(Random random, String url, TestDatabase database) {
            List<String> arguments =
                    new ArrayList<>(List.of(pick(random, COMMANDS).split(" ")));
            arguments.addAll(pick(random, VERBOSITIES));
            if (arguments.contains("diff") || arguments.contains("check")) {
                arguments.addAll(random.nextBoolean() ? List.of("--json") : List.of());
            }
            Map<String, String> environment = new HashMap<>();
            Map<String, String> files = new HashMap<>();
            switch (random.nextInt(12)) {
                case 0 -> arguments.addAll(List.of("--url", url));
                case 1 -> arguments.add("--url=" + url);
                case 2 -> environment.put(pick(random, List.of("REFLUX_URL", "DATABASE_URL", "POSTGRES_URL")), url);
                case 3 -> files.put(".env", "DATABASE_URL='" + url.replace("'", "") + "'\n");
                case 4 -> files.put(".env", "export NEON_DATABASE_URL=" + url + "\n");
                case 5 -> files.put("reflux.properties", "url = " + url.replace("\\", "\\\\") + "\n");
                case 6 -> withDev(arguments, List.of("--dev-url", url), environment, database);
                case 7 -> {
                    environment.put("REFLUX_URL", database.url());
                    environment.put("REFLUX_DEV_URL", url);
                }
                case 8 -> {
                    environment.put("REFLUX_URL", database.url());
                    files.put("reflux.properties", "dev-url = " + url.replace("\\", "\\\\") + "\n");
                }
                case 9 -> {
                    arguments = new ArrayList<>(List.of("diff", "--from", url, "--to", url, "--stacktrace"));
                    environment.put("REFLUX_URL", database.url());
                }
                case 10 -> arguments.add(url);
                default -> {
                    arguments.add(pick(
                                    random,
                                    List.of(
                                            "--ulr=",
                                            "--dir=",
                                            "--schema=",
                                            "--state-table=",
                                            "--rename=",
                                            "--color=",
                                            "--package=",
                                            "--classpath=",
                                            "--include="))
                            + url);
                    environment.put("REFLUX_URL", database.url());
                }
            }
            return new Attempt(arguments, environment, files);
        }

        private static void withDev(
                List<String> arguments, List<String> more, Map<String, String> environment, TestDatabase database) {
            arguments.addAll(more);
            environment.put("REFLUX_URL", database.url());
        }
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void password_whereverItStands_isNeitherPrintedNorWritten(long seed) {
        Random random = new Random(seed);
        int succeeded = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Password password = Password.random(random);
            if (random.nextInt(3) == 0) {
                database.execute("ALTER ROLE ann PASSWORD '" + password.raw().replace("'", "''") + "'");
            }
            String form = pick(random, FORMS);
            boolean encoded = random.nextInt(3) > 0;
            String url = form.formatted(
                    encoded ? encoded(password.raw()) : password.raw(),
                    database.host() + ":" + database.port(),
                    database.database());
            Attempt attempt = Attempt.random(random, url, database);

            Result result = run(round, attempt);

            succeeded += result.code() == 0 ? 1 : 0;
            String what = "seed %d, round %d, %s %s %s"
                    .formatted(
                            seed,
                            round,
                            attempt.arguments(),
                            attempt.environment().keySet(),
                            attempt.files().keySet());
            assertThat(result.all()).as(what).doesNotContain(password.pieces());
            assertThat(written(round, attempt)).as(what).doesNotContain(password.pieces());
        }
        assertThat(succeeded).as("commands that did something").isPositive();
        assertThat(database.query("SELECT * FROM schema_revision_log").toString())
                .doesNotContain("ann:");
    }

    private Result run(int round, Attempt attempt) {
        Workplace workplace = Workplace.in(temporary.resolve("work" + round)).with(attempt.environment());
        workplace.write(
                "migrations/a.sql",
                "-- revision: a\n-- upgrade\nCREATE TABLE IF NOT EXISTS t (id int);\n-- downgrade\n");
        workplace.write("schema.sql", "CREATE TABLE t (id int);\n");
        attempt.files().forEach(workplace::write);
        return workplace.run(attempt.arguments().toArray(String[]::new));
    }

    /** What stands in the files of the working directory and of the cache, but for those that the test has written. */
    private String written(int round, Attempt attempt) {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.startsWith(temporary.resolve("work" + round))
                            || file.toString().contains("cache"))
                    .filter(file ->
                            !attempt.files().containsKey(file.getFileName().toString()))
                    .map(SecretsTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return file + new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String raw) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : raw.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(
                    Character.isLetterOrDigit(octet) ? String.valueOf((char) octet) : "%%%02X".formatted(octet & 0xFF));
        }
        return encoded.toString();
    }
}
