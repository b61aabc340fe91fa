package dev.reflux.source;

import dev.reflux.revision.Sentences;
import dev.reflux.sql.LineComment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A comment that begins a section of a SQL revision file, or that was probably meant to: at the start of its line, one word
 * and nothing else.
 *
 * @param offset of the dashes
 * @param word as written, in lower case
 * @param meaning what was meant
 */
record Marker(int offset, String word, Meaning meaning) {

    /** The sections. */
    enum Meaning {
        UPGRADE,
        DOWNGRADE
    }

    private static final String UPGRADE = "upgrade";
    private static final String DOWNGRADE = "downgrade";
    private static final List<String> WORDS = List.of(UPGRADE, DOWNGRADE);
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** The markers of a text, in its order. What is inside quotes, dollar quotes or a block comment is no comment. */
    static List<Marker> in(String text, List<LineComment> comments) {
        return comments.stream()
                .filter(comment -> startsLine(text, comment.offset()))
                .flatMap(comment -> of(comment.text(), comment.offset()).stream())
                .toList();
    }

    /** The marker that a comment is, if it stands at the start of a line. */
    static Optional<Marker> of(String comment, int offset) {
        if (!WORD.matcher(comment).matches()) {
            return Optional.empty();
        }
        String word = comment.toLowerCase(Locale.ROOT);
        Optional<String> near = WORDS.contains(word) ? Optional.of(word) : Sentences.nearest(word, WORDS);
        return near.map(meant -> new Marker(offset, word, meant.equals(UPGRADE) ? Meaning.UPGRADE : Meaning.DOWNGRADE));
    }

    private static boolean startsLine(String text, int offset) {
        return offset == 0 || "\n\r\uFEFF".indexOf(text.charAt(offset - 1)) >= 0;
    }

    /** What was probably meant, if this begins no section. */
    Optional<String> misspelt() {
        String meant = meaning == Meaning.UPGRADE ? UPGRADE : DOWNGRADE;
        return word.equals(meant)
                ? Optional.empty()
                : Optional.of("\"-- " + word + "\" begins no section. Did you mean \"-- " + meant
                        + "\"? If not, write more than that word in the line.");
    }
}
