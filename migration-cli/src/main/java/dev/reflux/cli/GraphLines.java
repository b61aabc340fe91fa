package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.picture.Letters;
import dev.reflux.picture.Picture;
import dev.reflux.picture.Place;
import dev.reflux.picture.Standing;
import dev.reflux.picture.Stroke;
import dev.reflux.picture.Stroke.Ink;
import dev.reflux.picture.TextPicture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The picture of the graph in lines, as {@code git log --graph} has it.
 *
 * @param picture the graph, laid out
 * @param letters what it is drawn with
 */
record GraphLines(Picture picture, Letters letters) {

    private static final List<Style> LANES =
            List.of(Style.LANE_BLUE, Style.LANE_MAGENTA, Style.LANE_GREEN, Style.LANE_CYAN, Style.LANE_RED);

    /** The whole picture without colours. */
    static String text(Picture picture, Letters letters) {
        return new GraphLines(picture, letters)
                .lines().stream().map(line -> line.painted(Palette.NONE) + "\n").collect(Collectors.joining());
    }

    List<Line> lines() {
        return TextPicture.rows(picture, letters).stream().map(this::line).toList();
    }

    private Line line(TextPicture.Row row) {
        Line line = Line.of(Kind.RESULT);
        int width = 0;
        for (Stroke stroke : row.strokes()) {
            line = line.add(style(stroke, row), stroke.text());
            width += stroke.text().length();
        }
        if (row.place().isEmpty()) {
            return line;
        }
        return words(
                line.add(" ".repeat(Math.max(1, indent(row) - width))),
                row.place().get());
    }

    /** Words stand behind the drawing; where it is wide, they follow it closely. */
    private static int indent(TextPicture.Row row) {
        return row.strokes().stream().mapToInt(stroke -> stroke.text().length()).sum() + 2;
    }

    private static Style style(Stroke stroke, TextPicture.Row row) {
        if (stroke.ink() == Ink.LINE) {
            return LANES.get(stroke.lane() % LANES.size());
        }
        return switch (row.place().map(Place::standing).orElse(Standing.UNASKED)) {
            case APPLIED -> Style.DONE;
            case PENDING -> Style.CAUTION;
            case UNFINISHED, UNKNOWN -> Style.BAD;
            case UNASKED -> Style.STRONG;
        };
    }

    private static Line words(Line start, Place place) {
        Line line = start.add(Style.REVISION, place.node().id().value());
        if (!place.node().labels().isEmpty()) {
            line = line.add(" (" + String.join(", ", place.node().labels()) + ")");
        }
        for (String mark : place.marks()) {
            line = line.add(Style.MARK, " (" + mark + ")");
        }
        line = switch (place.standing()) {
            case PENDING -> line.add(Style.FAINT, " (pending)");
            case UNFINISHED -> line.add(Style.BAD, " (unfinished)");
            case UNKNOWN -> line.add(Style.BAD, " (no file knows it)");
            case APPLIED, UNASKED -> line;
        };
        return place.firstLine().isEmpty() ? line : line.add(", " + place.firstLine());
    }

    /** What the signs mean, as far as they occur. */
    List<Line> legend() {
        List<String> meanings = new ArrayList<>();
        Arrays.stream(Standing.values())
                .filter(standing -> standing != Standing.UNASKED && picture.count(standing) > 0)
                .forEach(standing -> meanings.add(letters.dot(standing) + " " + standing.word()));
        return meanings.isEmpty()
                ? List.of()
                : List.of(Line.of(Kind.PROGRESS).add(Style.FAINT, String.join("   ", meanings)));
    }
}
