package dev.reflux.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.reflux.MigrationException;
import dev.reflux.revision.InvalidGraphException;
import dev.reflux.revision.RevisionId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Injects files that nobody should write: of other encodings, with characters that no database takes, enormous, or made to
 * keep a parser busy. Each is read as it is meant or refused with a sentence.
 */
class HostileFilesTest {

    private static final String HEADER = "-- revision: a1\n-- message: m\n";
    private static final String FILE =
            HEADER + "-- upgrade\nCREATE TABLE t (id int); -- \u00e4\n-- downgrade\nDROP TABLE t;\n";

    /** What takes a second is well. What is quadratic takes days with {@link #MANY} pieces, and a stack overflows sooner. */
    private static final Duration LINEAR = Duration.ofMinutes(2);

    private static final int MANY = 500_000;

    @TempDir
    Path temporary;

    private LoadedMigrations load(byte[] content) throws IOException {
        Path directory = Files.createDirectories(temporary.resolve("migrations"));
        Files.write(directory.resolve("a1.sql"), content);
        return assertTimeoutPreemptively(
                LINEAR, () -> Migrations.inDirectories(List.of(directory)).load());
    }

    private LoadedRevision a1(String content) throws IOException {
        return load(content.getBytes(UTF_8)).revision(RevisionId.of("a1"));
    }

    private static int statements(LoadedRevision revision) {
        return revision.code().match(sql -> sql.upgrade().statements().size(), java -> -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEnds_andAByteOrderMark_changeNeitherMeaningNorChecksum(String lineEnd) throws IOException {
        LoadedRevision plain = a1(FILE);
        LoadedRevision other = a1(FILE.replace("\n", lineEnd));
        LoadedRevision marked = a1("\uFEFF" + FILE.replace("\n", lineEnd));

        assertThat(List.of(statements(other), statements(marked))).containsOnly(1);
        assertThat(other.node().message()).isEqualTo("m");
        assertThat(marked.node()).isEqualTo(other.node());
        if (!lineEnd.equals("\r")) {
            assertThat(other.checksum()).isEqualTo(plain.checksum());
        }
    }

    static Stream<Charset> encodings() {
        return Stream.of(ISO_8859_1, UTF_16, UTF_16LE, Charset.forName("windows-1252"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void otherEncodings_areRefusedWithTheirFile(Charset encoding) {
        assertThatThrownBy(() -> load(FILE.getBytes(encoding)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("a1.sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEADER + "-- upgrade\nSELECT '\0';",
                HEADER + "-- upgrade\n-- \0\nSELECT 1;",
                "-- revision: a1\n-- message: x\0y\n-- upgrade\nSELECT 1;",
                "-- revision: a1\n-- message: \"x\\u0000y\"\n-- upgrade\nSELECT 1;",
                "-- revision: a1\n-- message: \"x\\ud800y\"\n-- upgrade\nSELECT 1;",
            })
    void characterThatNoDatabaseTakes_isRefused(String content) {
        assertThatThrownBy(() -> a1(content))
                .isInstanceOf(InvalidGraphException.class)
                .hasMessageContaining("a1.sql");
    }

    @Test
    void messageWithLineBreaksControlCharactersAndSql_isKept() throws IOException {
        assertThat(a1("-- revision: a1\n-- message: \"'); DROP TABLE t; --\\n\\t\\u001b[31m\"\n-- upgrade\nSELECT 1;")
                        .node()
                        .message())
                .isEqualTo("'); DROP TABLE t; --\n\t\u001b[31m");
    }

    @Test
    void fileOf50Mebibytes_isRead() throws IOException {
        int half = 25 * 1024 * 1024;
        String row = "INSERT INTO t VALUES (1, 'it''s', $$;$$); -- x\n";
        String value = "(1, 'it''s'),\n";
        int rows = half / row.length();

        LoadedRevision revision = a1(HEADER + "-- upgrade\n" + row.repeat(rows) + "INSERT INTO t VALUES\n"
                + value.repeat(half / value.length()) + "(2, '');");

        assertThat(statements(revision)).isEqualTo(rows + 1);
    }

    static Stream<String> traps() {
        return Stream.of(
                "-- revision: a1\n-- a" + " ".repeat(MANY) + "b\n-- upgrade\nSELECT 1;",
                "-- revision: a1\n-- message: \"" + "a\\n".repeat(MANY) + "\"\n-- upgrade\nSELECT 1;",
                "-- revision: a1\n-- message: \"" + "\\".repeat(MANY) + "\n-- upgrade\nSELECT 1;",
                HEADER + "-- nonsense: x\n".repeat(MANY) + "-- upgrade\nSELECT 1;",
                HEADER + "-- message: x\n".repeat(MANY) + "-- upgrade\nSELECT 1;",
                HEADER + "-- upgrade\n".repeat(MANY),
                HEADER + "-- upgrade\n-- downgrade\n".repeat(MANY),
                HEADER + "-- upgrad\n".repeat(MANY),
                HEADER + "-- revises: " + "b,".repeat(MANY) + "\n-- upgrade\n",
                HEADER + "-- depends-on: " + "b ".repeat(MANY) + "\n-- upgrade\n",
                HEADER + "-- labels: " + "b ".repeat(MANY) + "\n-- upgrade\n",
                HEADER + "-- upgrade\n" + "\\connect\n".repeat(MANY),
                HEADER + "-- upgrade\n" + "COPY t FROM STDIN;\n".repeat(MANY),
                HEADER + "-- upgrade\n" + "COMMIT;\n".repeat(MANY),
                HEADER + "-- upgrade\n" + "/*".repeat(MANY),
                HEADER + "-- upgrade\n" + "$a".repeat(MANY),
                HEADER + "-- upgrade\n" + "$a$ $b$ ".repeat(MANY),
                HEADER + "-- upgrade\nSELECT " + "(".repeat(MANY),
                HEADER + "-- upgrade\nSELECT " + "'a'\n".repeat(MANY) + ";",
                HEADER + "-- upgrade\nSELECT E" + "'a\\''\n".repeat(MANY) + ";",
                HEADER + "-- upgrade\nCREATE FUNCTION f() BEGIN ATOMIC " + "CASE ".repeat(MANY),
                HEADER + "-- upgrade\n" + "CREATE FUNCTION f() BEGIN ATOMIC END;".repeat(MANY / 20),
                HEADER + "-- upgrade\n" + ";".repeat(MANY),
                HEADER + "-- upgrade\n" + "SET x = 1;".repeat(MANY / 20),
                "x".repeat(MANY),
                "\n".repeat(MANY));
    }

    /** Whether each of them is right does not matter here: it comes to an end, with a short answer. */
    @Test
    void textMadeToKeepAParserBusy_isReadOrRefusedInLinearTime() throws IOException {
        for (String trap : traps().toList()) {
            String answer = answer(trap);

            assertThat(answer.length()).as(trap.substring(0, 60)).isLessThan(200_000);
        }
    }

    private String answer(String content) throws IOException {
        try {
            return "statements: " + statements(a1(content));
        } catch (MigrationException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    static LongStream seeds() {
        return LongStream.of(1, 2, new SecureRandom().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyHeader_isReadOrRefused_andNeverCrashes(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "-- ",
                "--",
                "revision",
                "revises",
                "depends-on",
                "labels",
                "message",
                "created",
                "transactional",
                ":",
                ": ",
                "a1",
                "b2",
                ",",
                " ",
                "\t",
                "\"",
                "\\",
                "\\u00",
                "\\n",
                "true",
                "false",
                "head",
                "@",
                "\n",
                "\n-- ",
                "\r\n",
                "\r",
                "\uFEFF",
                "\u00e4",
                "\ud83d\ude80",
                "/*",
                "*/",
                "'",
                "$$",
                ";",
                "upgrade",
                "-- upgrade\n",
                "-- downgrade\n",
                "SELECT 1;");
        int read = 0;
        for (int round = 0; round < 1_500; round++) {
            String content = (random.nextBoolean() ? "-- revision: a1\n" : "")
                    + Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                            .limit(random.nextInt(30))
                            .collect(Collectors.joining())
                    + (random.nextBoolean() ? "\n-- upgrade\nSELECT 1;\n" : "");
            String answer = answerInMemory(content);

            read += answer.isEmpty() ? 1 : 0;
            assertThat(answer).as("seed %d: %s", seed, content).matches("(?s)|.*x\\.sql.*|.*\"x\".*|.*revision.*");
        }
        assertThat(read).as("files that were read").isPositive();
    }

    private static String answerInMemory(String content) {
        Findings findings = new Findings();
        try {
            SqlRevisionReader.read(content, "x.sql", findings);
            findings.load();
            return "";
        } catch (MigrationException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
