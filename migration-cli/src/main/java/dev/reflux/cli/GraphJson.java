package dev.reflux.cli;

import dev.reflux.picture.Edge;
import dev.reflux.picture.Picture;
import dev.reflux.picture.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The graph as values for {@link Json}. The names of the fields do not change. */
final class GraphJson {

    private GraphJson() {}

    static Map<String, Object> of(Picture picture) {
        return Map.of(
                "revisions",
                picture.places().stream().map(place -> of(picture, place)).toList());
    }

    private static Map<String, Object> of(Picture picture, Place place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("revision", place.node().id());
        fields.put("revises", place.node().revises());
        fields.put("dependsOn", dependencies(picture, place));
        fields.put("labels", place.node().labels());
        fields.put("message", place.node().message());
        fields.put("created", place.node().created());
        fields.put("path", place.node().origin());
        fields.put("state", place.standing().name().toLowerCase(Locale.ROOT));
        fields.put("marks", place.marks());
        return fields;
    }

    /** As ids, also where the file names a label. */
    private static List<Object> dependencies(Picture picture, Place place) {
        return picture.edges().stream()
                .filter(edge ->
                        edge.kind() == Edge.Kind.DEPENDENCY && edge.child().row() == place.row())
                .map(edge -> edge.parent().node().id())
                .sorted()
                .<Object>map(id -> id)
                .toList();
    }
}
