package dev.reflux.revision;

import java.util.Optional;

/**
 * A part of the history, as typed: {@code START:END}, {@code START:} or {@code :END}, each a {@link Target}. A start of
 * {@code -N} counts down from the end, an end of {@code +N} up from the start.
 *
 * @param text as typed
 * @param start where it begins, inclusive; empty for the base
 * @param end where it ends, inclusive; empty for all heads
 */
public record Range(String text, Optional<Target> start, Optional<Target> end) {

    /**
     * Reads a range.
     *
     * @throws TargetException if the text is no range, or a part of it no target
     */
    public static Range parse(String typed) {
        String text = typed.strip();
        int colon = text.indexOf(':');
        if (colon < 0 || colon != text.lastIndexOf(':')) {
            throw TargetException.Malformed.range(typed);
        }
        Optional<Target> start = part(text.substring(0, colon));
        Optional<Target> end = part(text.substring(colon + 1));
        boolean countsDown = start.filter(Target::isNumber).isPresent();
        boolean countsUp = end.filter(Target::isNumber).isPresent();
        if ((countsDown && countsUp)
                || (countsDown && start.get().offset().orElseThrow() > 0)
                || (countsUp && end.get().offset().orElseThrow() < 0)) {
            throw TargetException.Malformed.range(typed);
        }
        return new Range(text, start, end);
    }

    private static Optional<Target> part(String text) {
        return Optional.of(text).filter(some -> !some.isBlank()).map(Target::parse);
    }

    @Override
    public String toString() {
        return text;
    }
}
