package dev.reflux.r2dbc.url;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in connection strings: {@code 10}, {@code 10s}, {@code PT10S}. */
final class DurationText {

    private static final Pattern SIMPLE = Pattern.compile("(-?\\d{1,10})(ms|s|m|h)?");
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);

    private DurationText() {}

    /** The unit of a plain number: seconds for libpq and pgjdbc, milliseconds for r2dbc-postgresql. */
    static ChronoUnit unit(UrlForm form) {
        return form == UrlForm.R2DBC ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
    }

    /** A time as a user of that form would write it. */
    static String example(UrlForm form) {
        return form == UrlForm.R2DBC ? "\"10s\" or \"PT10S\"" : "\"10\" is ten seconds, \"0\" waits without end";
    }

    /** The time, at least zero (a negative number means the same as zero, as for libpq), at most 24 days. */
    static Optional<Duration> parse(String text, ChronoUnit plain) {
        Matcher simple = SIMPLE.matcher(text);
        if (simple.matches()) {
            ChronoUnit unit = simple.group(2) == null ? plain : UNITS.getOrDefault(simple.group(2), plain);
            return bounded(Duration.of(Math.max(0, Long.parseLong(simple.group(1))), unit));
        }
        try {
            return bounded(Duration.parse(text));
        } catch (DateTimeException noDuration) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> bounded(Duration time) {
        return time.isNegative() || time.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(time);
    }
}
