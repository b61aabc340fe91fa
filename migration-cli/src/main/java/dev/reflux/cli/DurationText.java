package dev.reflux.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write and read them. */
final class DurationText implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h)");

    /** Reads {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}; {@code 0} needs no unit. */
    @Override
    public Duration convert(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = FORM.matcher(plain);
        if (plain.equals("0")) {
            return Duration.ZERO;
        }
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no duration. Write a number and a unit: 500ms, 5s, 2m, 1h; or 0.");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }

    /** Writes {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}, {@code 1 h 2 min}. */
    static String of(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMillis() < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        Duration rounded = Duration.ofSeconds(Math.round(duration.toMillis() / 1000.0));
        return rounded.toHours() > 0
                ? rounded.toHours() + " h " + rounded.toMinutesPart() + " min"
                : rounded.toMinutes() + " min " + rounded.toSecondsPart() + " s";
    }
}
