package dev.reflux.revision;

import dev.reflux.MigrationException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The identity of a revision, for instance {@code 3f2a9c1b7d04}. Letters, digits, {@code _} and {@code .} only: {@code @},
 * {@code +}, {@code -} and {@code :} belong to the grammar of targets. The words of that grammar are no ids either.
 *
 * @param value the text, as written in the source and stored in the database
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

    static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}_.]+");

    /**
     * @throws MigrationException if the text is no id
     */
    public RevisionId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new MigrationException("\"" + value + "\" is no revision id."
                    + " Use letters, digits, \"_\" and \".\"; 12 hexadecimal digits are the custom.");
        }
        if (RESERVED.contains(value)) {
            throw new MigrationException(
                    "\"" + value + "\" is no revision id: it has a meaning as a target. Choose another id.");
        }
    }

    /** The id as text names it. */
    public static RevisionId of(String text) {
        return new RevisionId(text);
    }

    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
