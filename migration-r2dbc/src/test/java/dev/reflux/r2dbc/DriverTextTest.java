package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.sql.DriverText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts statements before the driver's own parser, which no public class of the driver exposes. */
class DriverTextTest {

    /** What the driver refuses, or takes for a bind parameter, although the server takes it. */
    static List<String> refusedAsTheyAre() {
        return List.of(
                "SELECT E'it\\'s'",
                "SELECT E'\\\\\\'', 'a\\'",
                "SELECT E'a'\n 'b\\'c'",
                "DO $é$ BEGIN END $é$",
                "DO $\uD83D\uDE00$ BEGIN END $\uD83D\uDE00$",
                "SELECT 1 -- it's\r, '\n$1'",
                "SELECT 1 AS a\u3000$b",
                "CREATE FUNCTION f(int) RETURNS int RETURN $1 + 1",
                "CREATE FUNCTION f(int) RETURNS text BEGIN ATOMIC SELECT E'it\\'s' || $1 || '$m$ $q$'; END");
    }

    static List<String> takenAsTheyAre() {
        return List.of(
                "SELECT 'it''s', 'a\\', E'a\\\\', U&'\\0061', $a_1$ $$ ' $a_1$, \"$1\", foo$1 -- $1 '\n",
                "SELECT E'a\\' , \\'b', /* $1 /* ' */ */ '{}'::jsonb ?| array['a']",
                "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT a; END");
    }

    @ParameterizedTest
    @MethodSource("refusedAsTheyAre")
    void refusedStatement_passesInItsDriverText(String statement) {
        assertThat(driverTakes(statement))
                .as("the driver has learned: drop the rewriting")
                .isFalse();
        assertThat(driverTakes(DriverText.of(statement).text())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("takenAsTheyAre")
    void takenStatement_isSentAsItIs(String statement) {
        assertThat(driverTakes(statement)).isTrue();
        assertThat(DriverText.of(statement).text()).isEqualTo(statement);
    }

    @Test
    void joinedStatements_pass() {
        String script =
                refusedAsTheyAre().stream().map(it -> DriverText.of(it).text()).collect(Collectors.joining(";\n"));

        assertThat(driverTakes(script)).isTrue();
    }

    /** Whether the driver sends the text as a simple query. */
    private static boolean driverTakes(String sql) {
        try {
            Method parse = method("io.r2dbc.postgresql.PostgresqlSqlParser", "parse", String.class);
            Method parameterCount = method("io.r2dbc.postgresql.ParsedSql", "getParameterCount");
            return parameterCount.invoke(parse.invoke(null, sql)).equals(0);
        } catch (InvocationTargetException refused) {
            return false;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the driver's parser has moved", e);
        }
    }

    private static Method method(String type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        Method method = Class.forName(type).getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }
}
