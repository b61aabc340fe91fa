package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.r2dbc.adopt.Adoption;
import dev.reflux.r2dbc.adopt.Adoption.Match;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows which revisions the history of another tool stands for.
 *
 * @param adoption the versions with their revisions
 */
record AdoptionLines(Adoption adoption) {

    /** A line for each version. */
    List<Line> lines() {
        int width = adoption.matches().stream()
                .mapToInt(match -> match.version().name().length())
                .max()
                .orElse(0);
        List<Line> lines = new ArrayList<>();
        adoption.matches().forEach(match -> lines.add(line(match, width)));
        return lines;
    }

    private static Line line(Match match, int width) {
        String name = match.version().name();
        Line line = Line.of(Kind.RESULT, name + " ".repeat(width - name.length()) + "  ");
        return switch (match.reason()) {
            case MAPPING, ID -> revision(line, match);
            case MESSAGE -> revision(line, match).add(Style.CAUTION, "  (has the same message)");
            case LATER -> line.add(Style.FAINT, "part of what follows");
            case NOTHING -> line.add(Style.BAD, "no revision");
        };
    }

    private static Line revision(Line line, Match match) {
        RevisionNode node = match.revision().orElseThrow();
        String message = VisibleText.firstLine(node.message());
        return line.add("is ").add(Style.REVISION, node.id().value()).add(message.isEmpty() ? "" : ", " + message);
    }

    /** What is left out. */
    List<Line> remarks() {
        List<String> ignored = adoption.history().ignored();
        return ignored.isEmpty()
                ? List.of()
                : List.of(Line.warning("Left out, for it has no version: " + Sentences.quotedAll(ignored)
                        + ". Where it still matters, write a revision for it."));
    }

    /** As a value for {@link Json}; the names of the fields do not change. */
    Map<String, Object> json(Collection<RevisionId> recorded) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tool", adoption.history().tool().word());
        fields.put("table", adoption.history().table());
        fields.put(
                "versions", adoption.matches().stream().map(AdoptionLines::json).toList());
        fields.put("ignored", adoption.history().ignored());
        fields.put("recorded", recorded);
        return fields;
    }

    private static Map<String, Object> json(Match match) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", match.version().name());
        fields.put("description", match.version().description());
        fields.put("revision", match.revision().map(node -> node.id().value()).orElse(""));
        fields.put("reason", match.reason().name().toLowerCase(Locale.ROOT));
        return fields;
    }
}
