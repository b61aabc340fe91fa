package dev.reflux.source;

import dev.reflux.revision.RevisionId;
import java.text.Normalizer;
import java.util.Locale;

/** Makes names of files and classes out of what people write. */
final class Slug {

    private static final int LONGEST = 40;

    private Slug() {}

    /** The message in ASCII letters, digits and underscores, cut between words if that leaves most of it. */
    static String words(String message) {
        String plain = Normalizer.normalize(message, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int space = plain.lastIndexOf('_', LONGEST);
        return plain.substring(0, space > LONGEST / 2 ? space : LONGEST);
    }

    /** A leading dot would hide the file. */
    static String fileName(RevisionId id) {
        return id.value().startsWith(".") ? "_" + id.value() : id.value();
    }
}
