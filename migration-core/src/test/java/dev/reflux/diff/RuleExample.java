package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.CatalogOrigin;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Objects of a schema {@code shop}, and what the rules write for them, as one text. */
final class RuleExample {

    static final ObjectId ORDERS = in(Kind.TABLE, "orders");

    private RuleExample() {}

    static ObjectId in(Kind kind, String name) {
        return ObjectId.of(kind, "shop", name);
    }

    /** An object without attributes. */
    static CatalogObject object(ObjectId id) {
        return new CatalogObject(id, Attributes.NONE, Attributes.NONE, Set.of());
    }

    /** The same object with one more attribute. */
    static CatalogObject with(CatalogObject object, String name, String... values) {
        return object.withAttributes(object.attributes().with(name, List.of(values)));
    }

    static CatalogObject without(CatalogObject object, String name) {
        return with(object, name);
    }

    /** The same object with one more hint. */
    static CatalogObject hinting(CatalogObject object, String name, String... values) {
        return new CatalogObject(
                object.id(), object.attributes(), object.hints().with(name, List.of(values)), object.dependsOn());
    }

    static CatalogObject using(CatalogObject object, ObjectId... used) {
        return new CatalogObject(object.id(), object.attributes(), object.hints(), Set.of(used));
    }

    static CatalogObject flagged(CatalogObject object, String flag) {
        return with(object, flag, "true");
    }

    static Catalog catalog(CatalogObject... objects) {
        return catalog(18, objects);
    }

    static Catalog catalog(int majorVersion, CatalogObject... objects) {
        return Catalog.of(new CatalogOrigin(majorVersion, "owner"), Arrays.asList(objects), List.of());
    }

    /** The statements that make an object, in a catalog with others. */
    static String created(CatalogObject object, CatalogObject... others) {
        return script(Rules.of(object.kind()).create(object, catalog(others)));
    }

    static String dropped(CatalogObject object, CatalogObject... others) {
        return script(Rules.of(object.kind()).drop(object, catalog(others)));
    }

    /** What changes an object among others that stay. */
    static String altered(CatalogObject before, CatalogObject after, CatalogObject... others) {
        return altered(new KindRules.Pair(before, after, catalog(others), catalog(others)));
    }

    static String altered(KindRules.Pair pair) {
        return text(Rules.of(pair.before().kind()).alter(pair));
    }

    private static String text(Alteration alteration) {
        if (alteration.way() == Alteration.Way.REPLACE) {
            return "replace";
        }
        StringBuilder text = new StringBuilder(script(alteration.statements()));
        if (!alteration.rebuilds().isEmpty()) {
            text.append("\n-- rebuilds: ")
                    .append(alteration.rebuilds().stream()
                            .sorted()
                            .map(Kind::label)
                            .collect(Collectors.joining(", ")));
        }
        alteration.notes().forEach(note -> text.append("\n-- ").append(note));
        return text.toString();
    }

    private static String script(List<String> statements) {
        return String.join(";\n", statements);
    }
}
