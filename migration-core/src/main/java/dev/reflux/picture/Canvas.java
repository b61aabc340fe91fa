package dev.reflux.picture;

import static dev.reflux.picture.Letters.DOWN;
import static dev.reflux.picture.Letters.LEFT;
import static dev.reflux.picture.Letters.RIGHT;
import static dev.reflux.picture.Letters.UP;

import dev.reflux.picture.Edge.Kind;
import dev.reflux.picture.Stroke.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of characters while it is drawn: a column for each lane, and one between two of them. */
final class Canvas {

    private final Letters letters;
    private final List<Cell> cells = new ArrayList<>();

    /** What is in a column: a line that is open at some sides, or the sign of a revision. */
    private record Cell(int sides, int lane, Kind kind, Optional<String> dot) {

        private static final Cell EMPTY = new Cell(0, 0, Kind.PARENT, Optional.empty());

        Cell with(int more, Edge edge) {
            return sides == 0 ? new Cell(more, edge.lane(), edge.kind(), dot) : new Cell(sides | more, lane, kind, dot);
        }
    }

    Canvas(Letters letters, int lanes) {
        this.letters = letters;
        for (int column = 0; column < 2 * lanes - 1; column++) {
            cells.add(Cell.EMPTY);
        }
    }

    void dot(Place place) {
        cells.set(2 * place.lane(), new Cell(0, place.lane(), Kind.PARENT, Optional.of(letters.dot(place.standing()))));
    }

    /** A line that goes straight through. */
    void down(Edge edge) {
        add(2 * edge.lane(), UP | DOWN, edge);
    }

    /** From the lane of the child above into the edge's own. */
    void leave(int from, Edge edge) {
        boolean rightwards = from < edge.lane();
        across(from, edge.lane(), edge);
        add(2 * from, UP | (rightwards ? RIGHT : LEFT), edge);
        add(2 * edge.lane(), DOWN | (rightwards ? LEFT : RIGHT), edge);
    }

    /** From the edge's own lane into that of the parent below. */
    void enter(int to, Edge edge) {
        boolean rightwards = edge.lane() < to;
        across(edge.lane(), to, edge);
        add(2 * edge.lane(), UP | (rightwards ? RIGHT : LEFT), edge);
        add(2 * to, DOWN | (rightwards ? LEFT : RIGHT), edge);
    }

    /** Between two lanes; what runs down there stays in front, and corners of the same revision are joined. */
    private void across(int one, int other, Edge edge) {
        for (int column = 2 * Math.min(one, other) + 1; column < 2 * Math.max(one, other); column++) {
            if (cells.get(column).sides() != (UP | DOWN)) {
                add(column, LEFT | RIGHT, edge);
            }
        }
    }

    private void add(int column, int sides, Edge edge) {
        cells.set(column, cells.get(column).with(sides, edge));
    }

    /** The line in pieces of one colour each, without space at the end. */
    List<Stroke> strokes() {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).equals(Cell.EMPTY)) {
            end--;
        }
        List<Stroke> strokes = new ArrayList<>();
        for (Cell cell : cells.subList(0, end)) {
            Stroke stroke = cell.dot()
                    .map(dot -> new Stroke(dot, cell.lane(), Ink.DOT))
                    .orElseGet(() -> new Stroke(letters.line(cell.sides(), cell.kind()), cell.lane(), Ink.LINE));
            append(strokes, stroke);
        }
        return strokes;
    }

    private static void append(List<Stroke> strokes, Stroke next) {
        int last = strokes.size() - 1;
        boolean same = last >= 0
                && next.ink() == Ink.LINE
                && strokes.get(last).ink() == Ink.LINE
                && (next.lane() == strokes.get(last).lane() || next.text().isBlank());
        if (same) {
            strokes.set(
                    last,
                    new Stroke(
                            strokes.get(last).text() + next.text(),
                            strokes.get(last).lane(),
                            Ink.LINE));
        } else {
            strokes.add(next);
        }
    }
}
