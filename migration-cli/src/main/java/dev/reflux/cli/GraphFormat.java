package dev.reflux.cli;

import dev.reflux.picture.DotPicture;
import dev.reflux.picture.HtmlPicture;
import dev.reflux.picture.Letters;
import dev.reflux.picture.MermaidPicture;
import dev.reflux.picture.Picture;
import dev.reflux.picture.SvgPicture;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The forms of the picture of the graph; the names are what a user types. */
enum GraphFormat {
    text,
    json,
    mermaid,
    dot,
    svg,
    html;

    private static final Map<String, GraphFormat> EXTENSIONS = Map.of(
            "txt", text, "json", json, "mmd", mermaid, "mermaid", mermaid, "dot", dot, "gv", dot, "svg", svg, "html",
            html, "htm", html);

    /** The form that the name of a file asks for. */
    static Optional<GraphFormat> ofFile(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(EXTENSIONS.get(extension));
    }

    /** The picture as a document. */
    String document(Picture picture, Letters letters, String title) {
        return switch (this) {
            case text -> GraphLines.text(picture, letters);
            case json -> Json.of(GraphJson.of(picture)) + "\n";
            case mermaid -> MermaidPicture.of(picture);
            case dot -> DotPicture.of(picture);
            case svg -> SvgPicture.of(picture);
            case html -> HtmlPicture.of(picture, title);
        };
    }
}
