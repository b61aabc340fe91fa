package dev.reflux.picture;

import static dev.reflux.picture.Markup.escaped;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The picture as one HTML page that needs no other file and no script: lines and dots on the left, the words of each revision
 * beside its dot. It follows the reader's choice of light or dark, and fits a telephone.
 */
public final class HtmlPicture {

    private static final int ROW_HEIGHT = 46;

    private static final String STYLE = """
            html { background: #ffffff; }
            @media (prefers-color-scheme: dark) { html { background: #14181d; } }
            body { margin: 0; }
            .reflux-graph { padding: 1.25rem 1.25rem 3rem; font-size: 15px; line-height: 1.3; min-height: 90vh; }
            .reflux-graph header { max-width: 60rem; margin: 0 0 1rem; }
            .reflux-graph h1 { font-size: 1.3rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
            .reflux-graph header p { margin: 0; color: var(--faint); }
            .reflux-graph .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .5rem; padding: 0;
              list-style: none; color: var(--faint); font-size: 13px; }
            .reflux-graph .legend li { display: flex; align-items: center; gap: .4rem; }
            .reflux-graph .history { display: flex; align-items: flex-start; overflow-x: auto; }
            .reflux-graph .history > svg { flex: none; display: block; }
            .reflux-graph ol { list-style: none; margin: 0; padding: 0; flex: 1 1 auto; min-width: 12rem; }
            .reflux-graph .row { box-sizing: border-box; height: 46px; padding: 4px 8px; border-radius: 6px;
              display: flex; flex-direction: column; justify-content: center; }
            .reflux-graph .row:hover, .reflux-graph .row:target { background: var(--tag); }
            .reflux-graph .message, .reflux-graph .details { overflow: hidden; text-overflow: ellipsis;
              white-space: nowrap; unicode-bidi: isolate; }
            .reflux-graph .details { font-size: 12px; color: var(--faint); }
            .reflux-graph .details code { font: 12px ui-monospace, "DejaVu Sans Mono", monospace; color: inherit; }
            .reflux-graph .badge { display: inline-block; font-size: 11px; line-height: 15px; padding: 0 6px;
              border-radius: 8px; margin-right: 5px; background: var(--tag); color: var(--ink); }
            .reflux-graph .badge.head { background: var(--ink); color: var(--paper); }
            .reflux-graph .badge.current { background: var(--lane-0); color: var(--paper); }
            .reflux-graph .badge.pending { background: none; box-shadow: inset 0 0 0 1px var(--faint);
              color: var(--faint); }
            .reflux-graph .badge.unfinished, .reflux-graph .badge.no-file { background: var(--bad);
              color: var(--paper); }
            .reflux-graph .row.pending .message { color: var(--faint); }
            """;

    private final Picture picture;
    private final LaneDrawing drawing;

    private HtmlPicture(Picture picture) {
        this.picture = picture;
        this.drawing = new LaneDrawing(picture, ROW_HEIGHT);
    }

    /**
     * The page as text.
     *
     * @param title its heading, for instance the name of the database
     */
    public static String of(Picture picture, String title) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(escaped(title), style(), section(picture, title));
    }

    /** The style sheet that {@link #section} needs; it says nothing about other elements but html and body. */
    public static String style() {
        return Colors.STYLE + STYLE;
    }

    /** The picture as an element for a page of somebody else, which has to hold {@link #style} too. */
    public static String section(Picture picture, String title) {
        return new HtmlPicture(picture).text(title);
    }

    private String text(String title) {
        String rows = picture.places().stream().map(HtmlPicture::row).collect(Collectors.joining());
        return """
                <main class="reflux-graph">
                <header>
                <h1>%s</h1>
                <p>%s</p>
                %s</header>
                <div class="history">
                <svg width="%d" height="%d" aria-hidden="true">
                %s</svg>
                <ol>
                %s</ol>
                </div>
                </main>
                """.formatted(
                        escaped(title),
                        escaped(picture.places().isEmpty() ? "There are no revisions yet." : Words.summary(picture)),
                        legend(),
                        drawing.width(),
                        drawing.height(),
                        drawing.elements(),
                        rows);
    }

    private String legend() {
        StringBuilder items = new StringBuilder();
        for (Standing standing : Standing.values()) {
            if (picture.count(standing) > 0 && standing != Standing.UNASKED) {
                items.append(legend(
                        "<circle class=\"dot lane-0 " + LaneDrawing.name(standing) + "\" cx=\"8\" cy=\"8\" r=\"5\"/>",
                        standing == Standing.UNKNOWN ? "applied, but no file has it" : standing.word()));
            }
        }
        if (picture.hasDependencies()) {
            items.append(legend("<path class=\"line lane-0 dependency\" d=\"M8,0V16\"/>", "depends on"));
        }
        return items.isEmpty() ? "" : "<ul class=\"legend\">\n" + items + "</ul>\n";
    }

    private static String legend(String sign, String words) {
        return "<li><svg width=\"16\" height=\"16\" aria-hidden=\"true\">" + sign + "</svg>" + words + "</li>\n";
    }

    private static String row(Place place) {
        String id = escaped(place.node().id().value());
        List<String> details = Words.details(place);
        String others =
                details.stream().skip(1).map(word -> " · " + escaped(word)).collect(Collectors.joining());
        return "<li class=\"row " + LaneDrawing.name(place.standing()) + "\" id=\"r-" + id + "\" title=\""
                + hover(place)
                + "\"><div class=\"message\">" + escaped(Words.title(place)) + "</div><div class=\"details\">"
                + badges(place)
                + "<code>" + id + "</code>" + others + "</div></li>\n";
    }

    private static String badges(Place place) {
        return Words.badges(place).stream()
                .map(word -> "<span class=\"badge" + kind(place, word) + "\">" + escaped(word) + "</span>")
                .collect(Collectors.joining());
    }

    /** Labels are the user's words, and no classes. */
    private static String kind(Place place, String word) {
        boolean ours = !place.node().labels().contains(word);
        return ours ? " " + word.replace(' ', '-') : "";
    }

    /** All of the message, and what the revision builds on. */
    private static String hover(Place place) {
        StringBuilder text = new StringBuilder(place.node().message().strip());
        if (!place.node().revises().isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append("revises ")
                    .append(joined(place.node().revises()));
        }
        if (!place.node().dependsOn().isEmpty()) {
            text.append("\ndepends on ").append(joined(place.node().dependsOn()));
        }
        return escaped(text.toString().strip());
    }

    private static String joined(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
