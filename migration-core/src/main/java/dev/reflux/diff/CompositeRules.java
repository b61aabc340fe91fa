package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Composite types. Fields can be added at the end and taken away even where columns of tables have the type; the type of a
 * field can change only where none has. The columns of tables that are made {@code OF} the type change along.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class CompositeRules implements KindRules {

    private static final Set<Kind> EXPRESSIONS =
            EnumSet.of(Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.RULE, Kind.POLICY, Kind.TRIGGER, Kind.DEFAULT);

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        List<String> fields = new ArrayList<>();
        fields(object.attributes()).forEach((name, type) -> fields.add(name + " " + type));
        return List.of(Layout.parenthesized("CREATE TYPE " + object.id().qualifiedName() + " AS", fields));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP TYPE " + object.id().qualifiedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        Map<String, String> before = fields(pair.before().attributes());
        Map<String, String> after = fields(pair.after().attributes());
        List<String> kept = new ArrayList<>(before.keySet());
        kept.retainAll(after.keySet());
        boolean sameOrder = List.copyOf(after.keySet()).subList(0, kept.size()).equals(kept);
        boolean sameTypes = before.entrySet().stream()
                .allMatch(field ->
                        !after.containsKey(field.getKey()) || after.entrySet().contains(field));
        boolean possible =
                sameOrder && (sameTypes || !RowTypes.isStored(pair.before().id(), pair.live()));
        return possible ? change(pair, before, after) : Alteration.replace();
    }

    private static Alteration change(Pair pair, Map<String, String> before, Map<String, String> after) {
        String name = pair.after().id().qualifiedName();
        String cascade = hasTypedTables(pair.live(), name) ? " CASCADE" : "";
        List<String> actions = new ArrayList<>();
        List<String> lost = new ArrayList<>(before.keySet());
        lost.removeAll(after.keySet());
        lost.forEach(field -> actions.add("DROP ATTRIBUTE " + field + cascade));
        after.forEach((field, type) -> {
            if (!before.containsKey(field)) {
                actions.add("ADD ATTRIBUTE " + field + " " + type + cascade);
            } else if (!type.equals(before.get(field))) {
                actions.add("ALTER ATTRIBUTE " + field + " TYPE " + type + cascade);
            }
        });
        Alteration alteration = Alteration.inPlace(Layout.list("ALTER TYPE " + name, actions));
        return after.entrySet().containsAll(before.entrySet())
                ? alteration
                : alteration.rebuilding(users(pair)).noting(lossNotes(name, lost));
    }

    private static List<String> lossNotes(String name, List<String> lost) {
        return lost.isEmpty()
                ? List.of()
                : List.of("What columns of type " + name + " hold in " + String.join(", ", lost) + " is lost.");
    }

    /** What may mention a field, and keeps PostgreSQL from changing it; the text of most functions does not. */
    private static Set<Kind> users(Pair pair) {
        Set<Kind> kinds = EnumSet.copyOf(EXPRESSIONS);
        pair.live().users(pair.before().id()).stream()
                .filter(user -> user.hints().has("atomic"))
                .forEach(object -> kinds.add(object.kind()));
        return kinds;
    }

    private static boolean hasTypedTables(Catalog catalog, String type) {
        return catalog.objects().stream()
                .anyMatch(object -> object.attributes().find("of_type").equals(Optional.of(type)));
    }

    /** The types by the names of their fields, in order. */
    static Map<String, String> fields(Attributes attributes) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> types = attributes.list("types");
        List<String> names = attributes.list("fields");
        for (int place = 0; place < names.size(); place++) {
            fields.put(names.get(place), types.get(place));
        }
        return fields;
    }
}
