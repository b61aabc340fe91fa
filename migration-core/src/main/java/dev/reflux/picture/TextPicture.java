package dev.reflux.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The picture in characters, as {@code git log --graph} draws one: a line for each revision, and between two of them lines where
 * a branch leaves or comes in. Where two lines cross, the one that runs down is in front.
 */
public final class TextPicture {

    private final Picture picture;
    private final Letters letters;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A line of the drawing.
     *
     * @param strokes its pieces, without space at the end
     * @param place the revision that belongs to it; empty between two revisions
     */
    public record Row(List<Stroke> strokes, Optional<Place> place) {

        public Row {
            strokes = List.copyOf(strokes);
        }
    }

    private TextPicture(Picture picture, Letters letters) {
        this.picture = picture;
        this.letters = letters;
    }

    /** The lines of the drawing, from the top. */
    public static List<Row> rows(Picture picture, Letters letters) {
        return new TextPicture(picture, letters).draw();
    }

    private List<Row> draw() {
        for (Place place : picture.places()) {
            rows.add(new Row(at(place), Optional.of(place)));
            between(place.row());
        }
        return rows;
    }

    private List<Stroke> at(Place place) {
        Canvas canvas = new Canvas(letters, picture.lanes());
        picture.edges().stream()
                .filter(edge -> edge.child().row() < place.row()
                        && place.row() < edge.parent().row())
                .forEach(canvas::down);
        canvas.dot(place);
        return canvas.strokes();
    }

    /** What happens below a row: first lines leave their child's lane, then others come into their parent's. */
    private void between(int row) {
        List<Edge> open = picture.edges().stream()
                .filter(edge -> edge.child().row() <= row && row < edge.parent().row())
                .toList();
        List<Edge> leaving = open.stream()
                .filter(edge -> edge.child().row() == row && edge.leaves())
                .toList();
        List<Edge> entering = open.stream()
                .filter(edge -> edge.parent().row() == row + 1 && edge.enters())
                .toList();
        if (!leaving.isEmpty()) {
            Canvas canvas = new Canvas(letters, picture.lanes());
            open.stream().filter(edge -> !leaving.contains(edge)).forEach(canvas::down);
            leaving.forEach(edge -> canvas.leave(edge.child().lane(), edge));
            rows.add(new Row(canvas.strokes(), Optional.empty()));
        }
        if (!entering.isEmpty()) {
            Canvas canvas = new Canvas(letters, picture.lanes());
            open.stream().filter(edge -> !entering.contains(edge)).forEach(canvas::down);
            entering.forEach(edge -> canvas.enter(edge.parent().lane(), edge));
            rows.add(new Row(canvas.strokes(), Optional.empty()));
        }
    }
}
