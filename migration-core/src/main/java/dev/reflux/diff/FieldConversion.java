package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the values of a column are converted whose composite type is made anew with other fields. Their text has no names of
 * fields: by way of it a value would end up in whatever field has its place now.
 */
final class FieldConversion {

    private static final Set<Kind> TYPES = EnumSet.of(Kind.COMPOSITE, Kind.DOMAIN, Kind.RANGE);

    private final KindRules.Pair column;
    private final String name;
    private final String type;

    private FieldConversion(KindRules.Pair column) {
        this.column = column;
        this.name = column.after().id().quotedName();
        this.type = column.after().attributes().text("type");
    }

    /**
     * The expression that converts a value field by field; empty if its text can be used. Where the type is inside another, an
     * expression that fails for every value, for PostgreSQL has no expression that would be right.
     *
     * @param column the column before and after
     */
    static Optional<String> of(KindRules.Pair column) {
        return new FieldConversion(column).expression();
    }

    private Optional<String> expression() {
        Set<ObjectId> types = new LinkedHashSet<>();
        addTypes(column.before(), types);
        List<ObjectId> moved = types.stream().filter(this::hasOtherFields).toList();
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        boolean isWhole = moved.size() == 1 && moved.get(0).qualifiedName().equals(type);
        return Optional.of(isWhole ? byField(moved.get(0)) : failing());
    }

    private void addTypes(CatalogObject user, Set<ObjectId> types) {
        for (ObjectId used : user.dependsOn()) {
            if (TYPES.contains(used.kind()) && types.add(used)) {
                column.live().find(used).ifPresent(object -> addTypes(object, types));
            }
        }
    }

    private boolean hasOtherFields(ObjectId composite) {
        List<String> before = attributes(column.live(), composite).list("fields");
        return !before.equals(attributes(column.desired(), composite).list("fields"));
    }

    private String byField(ObjectId composite) {
        Map<String, String> before = CompositeRules.fields(attributes(column.live(), composite));
        Map<String, String> after = CompositeRules.fields(attributes(column.desired(), composite));
        List<String> values = new ArrayList<>();
        after.forEach((field, wanted) -> values.add(
                before.containsKey(field)
                        ? "(" + name + ")." + field + cast(before.getOrDefault(field, ""), wanted)
                        : "NULL"));
        return "CASE WHEN " + name + " IS DISTINCT FROM NULL THEN ROW(" + String.join(", ", values) + ")::" + type
                + " END";
    }

    /** The name of a type that has a schema may mean another type than before. */
    private static String cast(String from, String to) {
        return from.equals(to) && to.indexOf('.') < 0 ? "" : "::text::" + to.replaceFirst(" COLLATE .*$", "");
    }

    private String failing() {
        return "(" + Identifier.literal("Write the conversion of " + name + " by hand: ") + " || " + name + "::text)::"
                + type;
    }

    private static Attributes attributes(Catalog catalog, ObjectId id) {
        return catalog.find(id).map(CatalogObject::attributes).orElse(Attributes.NONE);
    }
}
