package dev.reflux.cli;

import dev.reflux.catalog.Kind;
import dev.reflux.catalog.Unmodelled;
import dev.reflux.diff.Change;
import dev.reflux.r2dbc.SchemaDifference;
import dev.reflux.revision.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows how schemas differ, a line for each change.
 *
 * @param kind what the lines are for
 */
record ChangeLines(Line.Kind kind) {

    private static final int VERB_WIDTH = 9;

    /** The renames and the changes. */
    List<Line> of(SchemaDifference difference) {
        List<Line> lines = new ArrayList<>();
        difference
                .renames()
                .forEach(rename -> lines.add(verb(Style.MARK, "rename").add(rename.toString())));
        lines.addAll(of(difference.changes()));
        return lines;
    }

    /** The changes. */
    List<Line> of(List<Change> changes) {
        List<Line> lines = new ArrayList<>();
        for (Change change : changes) {
            lines.add(line(change));
            change.notes()
                    .forEach(note ->
                            lines.add(Line.of(kind, " ".repeat(VERB_WIDTH)).add(Style.FAINT, note)));
        }
        return lines;
    }

    private Line line(Change change) {
        String differing = change.attributes().isEmpty() ? "" : " (" + String.join(", ", change.attributes()) + ")";
        Line line = verb(style(change), change.type().word()).add(change.id() + differing);
        String lost = change.id().kind() == Kind.TABLE ? "rows" : "values";
        return change.destructive() ? line.add("  ").add(Style.BAD, "destructive: its " + lost + " are lost") : line;
    }

    private Line verb(Style style, String word) {
        return Line.of(kind).add(style, word).add(" ".repeat(VERB_WIDTH - word.length()));
    }

    private static Style style(Change change) {
        if (change.destructive()) {
            return Style.BAD;
        }
        return switch (change.type()) {
            case ADD -> Style.DONE;
            case REMOVE, ALTER, REPLACE -> Style.CAUTION;
            case REBUILD -> Style.FAINT;
        };
    }

    /** What a database has that was not compared, in one line; nothing if there is nothing. */
    static List<Line> ofUnmodelled(List<Unmodelled> unmodelled) {
        return unmodelled.isEmpty()
                ? List.of()
                : List.of(Line.of(
                        Line.Kind.PROGRESS,
                        "Not compared: "
                                + Sentences.and(unmodelled.stream()
                                        .map(Unmodelled::toString)
                                        .toList())
                                + "."));
    }
}
