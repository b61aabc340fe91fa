package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "5s, PT5S", "2m, PT2M", "2min, PT2M", "1h, PT1H", "0, PT0S", "5 S, PT5S"})
    void text_withUnit_isRead(String text, Duration expected) {
        assertThat(new DurationText().convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "-5s", "s", "5x", "", "1h30m", "99999999999s"})
    void text_otherwise_isRefusedWithExamples(String text) {
        assertThatThrownBy(() -> new DurationText().convert(text))
                .hasMessage("\"" + text + "\" is no duration. Write a number and a unit: 500ms, 5s, 2m, 1h; or 0.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "12, 12 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "3449, 3.4 s",
        "59949, 59.9 s",
        "59950, 1 min 0 s",
        "125000, 2 min 5 s",
        "3599999, 1 h 0 min",
        "3720000, 1 h 2 min"
    })
    void duration_isWrittenForPeople(long millis, String expected) {
        assertThat(DurationText.of(Duration.ofMillis(millis))).isEqualTo(expected);
    }
}
