package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.Unmodelled;
import dev.reflux.r2dbc.catalog.Surroundings.Schema;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the live schemas are put aside inside the transaction: each is renamed, and an empty one stands in its place.
 *
 * <p>A schema that holds nothing but extensions stays: it has no tables that could be in the way, and what is in it can be
 * used. So does one that the role does not own; what is in it is not compared.
 *
 * @param aside the new names of the renamed schemas, by their true names
 * @param kept the schemas that stay
 * @param behind the new names of the renamed schemas in which extensions had to stay
 * @param hadPublic whether there is a schema {@code public} in the live database
 */
record Stage(Map<String, String> aside, List<Schema> kept, List<String> behind, boolean hadPublic) {

    static final String PUBLIC = "public";

    Stage {
        kept = List.copyOf(kept);
        behind = List.copyOf(behind);
    }

    /**
     * @param prefix begins the new names; lower case, and found nowhere else
     */
    static Stage of(List<Schema> schemas, String prefix) {
        Map<String, String> aside = new LinkedHashMap<>();
        List<Schema> kept = new ArrayList<>();
        for (Schema schema : schemas) {
            if (schema.owned() && schema.content() != Schema.Content.EXTENSIONS) {
                aside.put(schema.name(), prefix + aside.size());
            } else {
                kept.add(schema);
            }
        }
        boolean hadPublic = schemas.stream().anyMatch(schema -> schema.name().equals(PUBLIC));
        return new Stage(aside, kept, List.of(), hadPublic);
    }

    /** The same, once it is known in which schemas extensions had to stay. */
    Stage with(List<String> extensionsBehind) {
        return new Stage(aside, kept, extensionsBehind, hadPublic);
    }

    /** Whether there are extensions in the schemas that are renamed. */
    boolean movesExtensions(Surroundings surroundings) {
        return surroundings.extensions().stream().anyMatch(extension -> aside.containsKey(extension.schema()));
    }

    /** The schemas that are made empty: those that are renamed, and {@code public} if there is none. */
    List<String> made() {
        List<String> made = new ArrayList<>(aside.keySet());
        if (!hadPublic) {
            made.add(PUBLIC);
        }
        return made;
    }

    /** The empty schemas that a script may make itself: those without extensions. */
    List<String> replaceable(Surroundings surroundings) {
        List<String> replaceable = new ArrayList<>(made());
        replaceable.removeIf(name -> surroundings.holdsExtensions(name) || (hadPublic && name.equals(PUBLIC)));
        return replaceable;
    }

    /** The other schemas, which are there whatever a script says. */
    Set<String> permanent(Surroundings surroundings) {
        Set<String> permanent = kept.stream().map(Schema::name).collect(Collectors.toSet());
        permanent.addAll(made());
        permanent.removeAll(replaceable(surroundings));
        if (aside.containsKey(PUBLIC)) {
            permanent.remove(PUBLIC);
        }
        return permanent;
    }

    /** The true names of these schemas, by their new ones. */
    Map<String, String> trueNamesOf(List<String> away) {
        Map<String, String> names = new LinkedHashMap<>();
        aside.forEach((name, newName) -> {
            if (away.contains(newName)) {
                names.put(newName, name);
            }
        });
        return names;
    }

    /** A text with the new names of schemas in it replaced by their true ones. */
    String trueText(String text) {
        if (!text.contains(RolledBackScratch.PREFIX)) {
            return text;
        }
        String renamed = text;
        for (Map.Entry<String, String> entry : aside.entrySet()) {
            Pattern newName = Pattern.compile("\\b" + entry.getValue() + "\\b");
            renamed = newName.matcher(renamed).replaceAll(Matcher.quoteReplacement(Identifier.quote(entry.getKey())));
        }
        return renamed;
    }

    /** Schemas with objects of the user's that stay, so that nothing in them is compared. */
    List<Schema> notCompared() {
        return kept.stream().filter(Schema::holdsUserObjects).toList();
    }

    /** The same schemas for a report, for nobody should believe that they were compared. */
    List<Unmodelled> unmodelled() {
        return notCompared().stream()
                .map(schema -> new Unmodelled(
                        "schema", Identifier.quote(schema.name()) + " (it belongs to " + schema.owner() + ")"))
                .toList();
    }

    /**
     * The objects without the schemas that were made although nothing needs them.
     *
     * @param untouched the schemas that were made empty, but for those that a statement has made since
     */
    List<CatalogObject> withoutUnused(List<CatalogObject> objects, Set<String> untouched) {
        Set<String> unused = new HashSet<>(untouched);
        if (hadPublic) {
            unused.remove(PUBLIC);
        }
        for (CatalogObject object : objects) {
            if (object.kind() == Kind.EXTENSION) {
                String schema = object.attributes().text("schema");
                unused.removeIf(name -> Identifier.quote(name).equals(schema));
            } else if (object.kind() != Kind.SCHEMA) {
                object.id().schema().ifPresent(unused::remove);
            }
        }
        return objects.stream()
                .filter(object -> object.id().schema().filter(unused::contains).isEmpty())
                .toList();
    }

    /** The statements that put the schemas aside and make the empty ones. */
    List<Line> lines(int majorVersion) {
        List<Line> lines = new ArrayList<>();
        aside.forEach(
                (name, away) -> lines.add(Line.of("ALTER SCHEMA " + Identifier.quote(name) + " RENAME TO " + away)));
        for (String name : made()) {
            lines.add(Line.of("CREATE SCHEMA " + Identifier.quote(name)));
        }
        if (made().contains(PUBLIC)) {
            String rights = majorVersion < 15 ? "USAGE, CREATE" : "USAGE";
            lines.add(Line.of("GRANT " + rights + " ON SCHEMA " + PUBLIC + " TO PUBLIC"));
        }
        return lines;
    }
}
