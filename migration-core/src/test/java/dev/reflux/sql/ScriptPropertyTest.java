package dev.reflux.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random scripts: the parameter is the seed, which stands in the name of a failed test. */
class ScriptPropertyTest {

    private static final int SCRIPTS = 300;

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 4, 5, new SecureRandom().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pieces_comeBackAsTheyWentIn(long seed) {
        RandomSql random = new RandomSql(new Random(seed));
        for (int i = 0; i < SCRIPTS; i++) {
            List<String> statements = random.statements();
            String script = random.script(statements);

            assertThat(ScriptTest.texts(Script.parse(script))).as(script).isEqualTo(statements);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void statements_joinedAndSplitAgain_areTheSame(long seed) {
        RandomSql random = new RandomSql(new Random(seed));
        for (int i = 0; i < SCRIPTS; i++) {
            List<String> once = ScriptTest.texts(Script.parse(random.script(random.statements())));

            assertThat(ScriptTest.texts(Script.parse(String.join(";", once)))).isEqualTo(once);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void positions_pointAtTheStatements(long seed) {
        RandomSql random = new RandomSql(new Random(seed));
        for (int i = 0; i < SCRIPTS; i++) {
            Script script = Script.parse(random.script(random.statements()));
            for (Statement statement : script.statements()) {
                int length = statement.text().codePointCount(0, statement.text().length());

                assertThat(script.text().startsWith(statement.text(), statement.offset()))
                        .isTrue();
                assertThat(statement.start()).isEqualTo(script.position(statement.offset()));
                assertThat(statement.position(length + 1))
                        .isEqualTo(script.position(
                                statement.offset() + statement.text().length()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void driverText_passesTheDriverAloneAndJoined(long seed) {
        RandomSql random = new RandomSql(new Random(seed));
        for (int i = 0; i < SCRIPTS; i++) {
            List<String> sent = new ArrayList<>();
            random.statements()
                    .forEach(statement -> sent.add(DriverText.of(statement).text()));

            assertThat(sent).allMatch(DriverParser::accepts);
            assertThat(DriverParser.accepts(String.join(";\n", sent))).isTrue();
            assertThat(ScriptTest.texts(Script.parse(String.join(";\n", sent)))).isEqualTo(sent);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyText_isSplitOrRefusedButNeverCrashes(long seed) {
        RandomSql random = new RandomSql(new Random(seed));
        for (int i = 0; i < SCRIPTS * 10; i++) {
            String noise = random.noise();
            try {
                Script.parse(noise).statements().forEach(statement -> DriverText.of(statement.text()));
            } catch (SqlSyntaxException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
    }
}
