package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL prints as a record or an array comes back as it was. */
@PostgresTest
class RecordTextTest {

    private final TestDatabase database;

    RecordTextTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "a b",
                "a,b",
                "(a)",
                "{a}",
                "\"quoted\"",
                "\"",
                "\"\"",
                "back\\slash",
                "\\",
                "\\\"",
                "two\nlines",
                "tab\t",
                "NULL",
                "){\",\\",
                "ümläut 🐘"
            })
    void text_comesBackAsItWas(String text) {
        String literal = "'" + text.replace("'", "''") + "'";
        String records =
                "SELECT string_agg(q::text, E'\\n') FROM (SELECT 1, %1$s, NULL, %1$s, 'last' UNION ALL SELECT 2, 'x', 'y', NULL, %1$s) q";

        assertThat(read(text(records.formatted(literal)), 5))
                .containsExactly(
                        Arrays.asList("1", text, null, text, "last"), Arrays.asList("2", "x", "y", null, text));
        assertThat(RecordText.array(text("SELECT ARRAY[%1$s, 'x', %1$s]::text".formatted(literal))))
                .containsExactly(text, "x", text);
    }

    @Test
    void emptyArray_hasNoElements() {
        assertThat(RecordText.array("{}")).isEmpty();
    }

    private String text(String query) {
        return database.query(query).get(0).get(0);
    }

    private static List<List<@Nullable String>> read(String printed, int size) {
        RecordText records = new RecordText(printed);
        List<List<@Nullable String>> read = new ArrayList<>();
        @Nullable String[] fields = new String[size];
        while (!records.isEnd()) {
            records.next(fields);
            read.add(new ArrayList<>(Arrays.asList(fields)));
        }
        return read;
    }
}
