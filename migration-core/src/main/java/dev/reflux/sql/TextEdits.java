package dev.reflux.sql;

import java.util.Map;
import java.util.TreeMap;

/** Replacements in a text; they may come in any order. Of one inside another, only the outer counts. */
final class TextEdits {

    private record Edit(int end, String replacement) {}

    private final String text;
    private final TreeMap<Integer, Edit> edits = new TreeMap<>();

    TextEdits(String text) {
        this.text = text;
    }

    void replace(Token token, String replacement) {
        replace(token.start(), token.end(), replacement);
    }

    /** Replaces {@code [start, end)}. */
    void replace(int start, int end, String replacement) {
        edits.put(start, new Edit(end, replacement));
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    String apply() {
        StringBuilder edited = new StringBuilder();
        int copied = 0;
        for (Map.Entry<Integer, Edit> edit : edits.entrySet()) {
            if (edit.getKey() >= copied) {
                edited.append(text, copied, edit.getKey())
                        .append(edit.getValue().replacement());
                copied = edit.getValue().end();
            }
        }
        return edited + text.substring(copied);
    }
}
