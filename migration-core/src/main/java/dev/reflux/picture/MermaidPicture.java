package dev.reflux.picture;

import dev.reflux.picture.Edge.Kind;
import java.util.ArrayList;
import java.util.List;

/** The picture as a flow chart of Mermaid, which code hosts draw in Markdown. Mermaid lays it out itself. */
public final class MermaidPicture {

    private MermaidPicture() {}

    /** The chart as text, without the fence that Markdown puts around it. */
    public static String of(Picture picture) {
        StringBuilder text = new StringBuilder("flowchart TB\n");
        picture.places().forEach(place -> text.append("    " + name(place) + box(place) + "\n"));
        picture.edges()
                .forEach(edge -> text.append("    " + name(edge.child())
                        + (edge.kind() == Kind.DEPENDENCY ? " -.-> " : " --> ") + name(edge.parent()) + "\n"));
        classes(picture, text);
        return text.toString();
    }

    /** Not the id, for that may hold what Mermaid takes for something else. */
    private static String name(Place place) {
        return "r" + place.row();
    }

    private static String box(Place place) {
        List<String> lines = new ArrayList<>();
        lines.add(quoted(place.node().id().value()));
        if (!place.firstLine().isEmpty()) {
            lines.add(quoted(place.firstLine()));
        }
        List<String> badges = Words.badges(place);
        if (!badges.isEmpty()) {
            lines.add(quoted("(" + String.join(", ", badges) + ")"));
        }
        return "[\"" + String.join("<br>", lines) + "\"]";
    }

    /** Mermaid's entity codes are HTML's numbers with a # in front. */
    private static String quoted(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || " .,:()_-/+".indexOf(c) >= 0) {
                safe.appendCodePoint(c);
            } else {
                safe.append('#').append(c).append(';');
            }
        });
        return safe.toString();
    }

    private static void classes(Picture picture, StringBuilder text) {
        List<String> pending = names(picture, Standing.PENDING);
        List<String> bad = new ArrayList<>(names(picture, Standing.UNFINISHED));
        bad.addAll(names(picture, Standing.UNKNOWN));
        if (!pending.isEmpty()) {
            text.append("    classDef pending stroke-dasharray: 4 4\n    class " + String.join(",", pending)
                    + " pending\n");
        }
        if (!bad.isEmpty()) {
            text.append("    classDef bad stroke: #c62828\n    class " + String.join(",", bad) + " bad\n");
        }
    }

    private static List<String> names(Picture picture, Standing standing) {
        return picture.places().stream()
                .filter(place -> place.standing() == standing)
                .map(MermaidPicture::name)
                .toList();
    }
}
