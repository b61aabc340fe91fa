package dev.reflux.picture;

import dev.reflux.picture.Edge.Kind;
import java.util.ArrayList;
import java.util.List;

/** The picture in the DOT language of Graphviz, which lays it out itself. */
public final class DotPicture {

    private DotPicture() {}

    /** The graph as text. */
    public static String of(Picture picture) {
        StringBuilder text = new StringBuilder("""
                digraph revisions {
                  rankdir=TB;
                  node [shape=box, style="rounded", fontname="sans-serif", fontsize=11];
                  edge [arrowhead=vee, arrowsize=0.7];
                """);
        picture.places()
                .forEach(place -> text.append(
                        "  " + quoted(place.node().id().value()) + " [label=" + label(place) + style(place) + "];\n"));
        picture.edges()
                .forEach(edge -> text.append("  "
                        + quoted(edge.child().node().id().value()) + " -> "
                        + quoted(edge.parent().node().id().value())
                        + (edge.kind() == Kind.DEPENDENCY ? " [style=dashed, constraint=false]" : "") + ";\n"));
        return text.append("}\n").toString();
    }

    private static String label(Place place) {
        List<String> lines = new ArrayList<>();
        lines.add(place.node().id().value());
        if (!place.firstLine().isEmpty()) {
            lines.add(place.firstLine());
        }
        List<String> badges = Words.badges(place);
        if (!badges.isEmpty()) {
            lines.add("(" + String.join(", ", badges) + ")");
        }
        return quoted(String.join("\n", lines));
    }

    private static String style(Place place) {
        return switch (place.standing()) {
            case PENDING -> ", style=\"rounded,dashed\"";
            case UNFINISHED, UNKNOWN -> ", color=\"#c62828\"";
            case APPLIED, UNASKED -> "";
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
