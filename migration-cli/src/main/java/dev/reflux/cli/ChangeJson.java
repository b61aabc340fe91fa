package dev.reflux.cli;

import dev.reflux.catalog.ObjectId;
import dev.reflux.catalog.Unmodelled;
import dev.reflux.diff.Change;
import dev.reflux.diff.Rename;
import dev.reflux.r2dbc.SchemaDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The differences of schemas as values for {@link Json}. The names of the fields do not change. */
final class ChangeJson {

    private ChangeJson() {}

    /** An entry for each rename and for each change. */
    static List<Map<String, Object>> changes(SchemaDifference difference) {
        List<Map<String, Object>> changes = new ArrayList<>();
        difference.renames().forEach(rename -> changes.add(of(rename)));
        changes.addAll(of(difference.changes()));
        return changes;
    }

    /** An entry for each change. */
    static List<Map<String, Object>> of(List<Change> changes) {
        return changes.stream().map(ChangeJson::of).toList();
    }

    /** The same for a way. */
    static List<Map<String, Object>> of(SchemaWay way) {
        List<Map<String, Object>> changes = changes(way.difference());
        way.lastRenames().forEach(rename -> changes.add(of(rename)));
        return changes;
    }

    /** What was not compared. */
    static List<String> unmodelled(SchemaDifference difference) {
        return difference.unmodelled().stream().map(Unmodelled::toString).toList();
    }

    private static Map<String, Object> of(Change change) {
        Map<String, Object> fields = identity(change.id());
        fields.put("change", change.type().word());
        fields.put("attributes", change.attributes());
        fields.put("destructive", change.destructive());
        fields.put("notes", change.notes());
        return fields;
    }

    private static Map<String, Object> of(Rename rename) {
        Map<String, Object> fields = identity(rename.id());
        fields.put("change", "rename");
        fields.put("attributes", List.of("name"));
        fields.put("destructive", false);
        fields.put("notes", List.of());
        fields.put("newName", rename.name());
        return fields;
    }

    /** The kind, and the name as a message shows it behind the kind. */
    private static Map<String, Object> identity(ObjectId id) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", id.kind().key());
        fields.put("object", id.toString().substring(id.kind().label().length() + 1));
        return fields;
    }
}
