package dev.reflux.picture;

import static dev.reflux.picture.Markup.escaped;

import java.util.ArrayList;
import java.util.List;

/** The picture as one SVG image with its words in it; it needs no other file, and can stand inside an HTML page. */
public final class SvgPicture {

    private static final int ROW_HEIGHT = 44;
    private static final int MARGIN = 12;
    private static final double LARGE_LETTER = 8.2;
    private static final double SMALL_LETTER = 7;

    private static final String STYLE = """
            .reflux-graph .message { font-size: 14px; fill: var(--ink); }
            .reflux-graph .details { font-size: 12px; fill: var(--faint); }
            .reflux-graph .mark { font-weight: 600; fill: var(--ink); }
            .reflux-graph .words.pending .message { fill: var(--faint); }
            """;

    private final Picture picture;
    private final LaneDrawing drawing;

    private SvgPicture(Picture picture) {
        this.picture = picture;
        this.drawing = new LaneDrawing(picture, ROW_HEIGHT);
    }

    /** The image as text. */
    public static String of(Picture picture) {
        return new SvgPicture(picture).text();
    }

    private String text() {
        int width = drawing.width() + longestWords() + 2 * MARGIN;
        int height = drawing.height() + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"reflux-graph\" role=\"img\" width=\"")
                .append(width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height + "\">\n")
                .append("<title>" + escaped(Words.summary(picture)) + "</title>\n")
                .append("<style>\n" + Colors.STYLE + STYLE + "</style>\n")
                .append("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"var(--paper)\"/>\n")
                .append("<g transform=\"translate(" + MARGIN + "," + MARGIN + ")\">\n")
                .append(drawing.elements());
        picture.places().forEach(place -> svg.append(words(place)));
        return svg.append("</g>\n</svg>\n").toString();
    }

    private String words(Place place) {
        int top = place.row() * ROW_HEIGHT;
        String at = "<text x=\"" + (drawing.width() + MARGIN) + "\" y=\"";
        return "<g class=\"words " + LaneDrawing.name(place.standing()) + "\">"
                + at + (top + 19) + "\" class=\"message\">" + escaped(Words.title(place)) + "</text>"
                + at + (top + 36) + "\" class=\"details\">" + details(place) + "</text></g>\n";
    }

    private static String details(Place place) {
        List<String> parts = new ArrayList<>();
        Words.badges(place).forEach(word -> parts.add("<tspan class=\"mark\">" + escaped(word) + "</tspan>"));
        Words.details(place).forEach(word -> parts.add(escaped(word)));
        return String.join(" · ", parts);
    }

    /** Letters are not measured here; this is a little more than they need. */
    private int longestWords() {
        return (int) picture.places().stream()
                .mapToDouble(place -> Math.max(
                        letters(Words.title(place)) * LARGE_LETTER,
                        (letters(String.join(" · ", Words.badges(place)))
                                        + letters(String.join(" · ", Words.details(place)))
                                        + 3)
                                * SMALL_LETTER))
                .max()
                .orElse(200);
    }

    private static long letters(String text) {
        return text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    }
}
