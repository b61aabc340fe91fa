package dev.reflux.picture;

import dev.reflux.picture.Edge.Kind;
import java.util.Locale;

/**
 * The lines and dots of a picture as SVG elements. Colours come from classes: {@code lane-0} to {@code lane-7}, and the names
 * of {@link Standing} in lower case.
 *
 * @param picture what is drawn
 * @param rowHeight of each row, in pixels
 */
record LaneDrawing(Picture picture, int rowHeight) {

    private static final int COLORS = 8;
    private static final double RADIUS = 5;
    private static final double HALO = 8.5;
    private static final int FEW = 4;
    private static final int MANY = 12;

    /** Lanes stand closer where there are many. */
    int laneWidth() {
        return picture.lanes() <= FEW ? 20 : picture.lanes() <= MANY ? 15 : 11;
    }

    int width() {
        return (picture.lanes() + 1) * laneWidth();
    }

    int height() {
        return picture.places().size() * rowHeight;
    }

    /** Lines first, so that dots lie on them. */
    String elements() {
        StringBuilder svg = new StringBuilder();
        picture.edges().forEach(edge -> svg.append(line(edge)));
        picture.places().forEach(place -> svg.append(dot(place)));
        return svg.toString();
    }

    private String line(Edge edge) {
        boolean pending = edge.child().standing() == Standing.PENDING;
        return "<path class=\"line lane-" + color(edge.lane()) + (pending ? " pending" : "")
                + (edge.kind() == Kind.DEPENDENCY ? " dependency" : "") + "\" d=\"" + path(edge) + "\"/>\n";
    }

    /** Straight in its lane; a bend is as high as a row, or half a row if two have to fit into one. */
    private String path(Edge edge) {
        double top = y(edge.child());
        double bottom = y(edge.parent());
        boolean two = edge.leaves()
                && edge.enters()
                && edge.parent().row() - edge.child().row() == 1;
        double bend = two ? rowHeight / 2.0 : rowHeight;
        StringBuilder path = new StringBuilder("M" + number(x(edge.child().lane())) + "," + number(top));
        if (edge.leaves()) {
            path.append(curve(x(edge.child().lane()), top, x(edge.lane()), top + bend));
        }
        path.append("V").append(number(edge.enters() ? bottom - bend : bottom));
        if (edge.enters()) {
            path.append(curve(x(edge.lane()), bottom - bend, x(edge.parent().lane()), bottom));
        }
        return path.toString();
    }

    private static String curve(double fromX, double fromY, double toX, double toY) {
        double middle = (fromY + toY) / 2;
        return "C" + number(fromX) + "," + number(middle) + " " + number(toX) + "," + number(middle) + " " + number(toX)
                + "," + number(toY);
    }

    private String dot(Place place) {
        String at = "cx=\"" + number(x(place.lane())) + "\" cy=\"" + number(y(place)) + "\"";
        String halo = place.isCurrent()
                ? "<circle class=\"halo lane-" + color(place.lane()) + "\" " + at + " r=\"" + HALO + "\"/>\n"
                : "";
        return halo + "<circle class=\"dot lane-" + color(place.lane()) + " " + name(place.standing()) + "\" " + at
                + " r=\"" + number(RADIUS) + "\"/>\n";
    }

    /** The class of a standing. */
    static String name(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static int color(int lane) {
        return lane % COLORS;
    }

    private double x(int lane) {
        return (lane + 1) * laneWidth() - laneWidth() / 4.0;
    }

    private double y(Place place) {
        return (place.row() + 0.5) * rowHeight;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
