package dev.reflux.sql;

/**
 * Something in a script that cannot be split, or that a runner cannot execute.
 *
 * @param position where it begins
 * @param fact what is wrong, one sentence
 * @param remedy what to do about it, one sentence
 * @param excerpt the source line and a {@code ^} below it, as of {@link Script#caret}
 */
public record SqlProblem(SourcePosition position, String fact, String remedy, String excerpt) {

    static SqlProblem at(String text, int offset, Refusal refusal) {
        return new SqlProblem(
                SourcePosition.of(text, offset), refusal.fact(), refusal.remedy(), Caret.under(text, offset));
    }

    /** The problem on one line, for a list: place, fact and remedy. */
    public String sentence() {
        String place = position.toString();
        return Character.toUpperCase(place.charAt(0)) + place.substring(1) + ": " + fact + " " + remedy;
    }
}
