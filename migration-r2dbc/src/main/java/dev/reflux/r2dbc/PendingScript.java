package dev.reflux.r2dbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The statements that wait to be sent. Safe for several threads: a migration emits on whatever thread it likes while its
 * reads take what is pending.
 */
final class PendingScript {

    private List<Entry> entries = new ArrayList<>();
    private long length;

    synchronized void add(Entry entry) {
        entries.add(entry);
        length += entry.sql().length();
    }

    /** Takes everything; what is added from now on belongs to the next script. */
    synchronized List<Entry> take() {
        List<Entry> taken = entries;
        entries = new ArrayList<>();
        length = 0;
        return taken;
    }

    /** Drops what a step has added since the last take. */
    synchronized void drop(StagedStep step) {
        Predicate<Entry> mine = entry -> entry.step().number() == step.number();
        entries.stream().filter(mine).forEach(entry -> length -= entry.sql().length());
        entries.removeIf(mine);
    }

    /** How long the pending text is, in characters. */
    synchronized long length() {
        return length;
    }

    /** The text of a script: one statement after the other, each ended by a semicolon and a line feed. */
    static String text(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.sql()).append(";\n"));
        return text.toString();
    }

    /** Which entry of a script stands at this position, in code points from 1; -1 if the position is outside. */
    static int indexAt(List<Entry> entries, int position) {
        int start = 1;
        for (int i = 0; i < entries.size(); i++) {
            int end = start + codePoints(entries.get(i)) + 2;
            if (position >= start && position < end) {
                return i;
            }
            start = end;
        }
        return -1;
    }

    /** Where an entry begins in the text of its script, in code points from 1. */
    static int startOf(List<Entry> entries, int index) {
        int start = 1;
        for (Entry entry : entries.subList(0, index)) {
            start += codePoints(entry) + 2;
        }
        return start;
    }

    private static int codePoints(Entry entry) {
        return entry.sql().codePointCount(0, entry.sql().length());
    }
}
