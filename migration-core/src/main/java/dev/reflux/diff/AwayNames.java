package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.Kind.Namespace;
import dev.reflux.catalog.ObjectId;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of types that are exchanged, for as long as the old and the new one are there together. */
final class AwayNames {

    private static final String ENDING = "__old";

    /** In bytes: NAMEDATALEN, less its end. */
    private static final int LONGEST_NAME = 63;

    private final Set<String> taken;

    AwayNames(Catalog live, Catalog desired) {
        this.taken = Stream.of(live, desired)
                .flatMap(catalog -> catalog.objects().stream())
                .filter(object -> object.kind().namespace() == Namespace.TYPE
                        || object.kind().namespace() == Namespace.RELATION
                        || object.kind() == Kind.COLLATION)
                .map(object ->
                        object.id().schema().orElse("") + "." + object.id().name())
                .collect(Collectors.toSet());
    }

    /** A name that nothing in the schema of a type has, made of one of its names. */
    String of(ObjectId type, String name) {
        String away = with(name, ENDING);
        for (int i = 2; taken.contains(type.schema().orElse("") + "." + away); i++) {
            away = with(name, ENDING + i);
        }
        return away;
    }

    private static String with(String name, String ending) {
        String beginning = name;
        while ((beginning + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            beginning = beginning.substring(0, beginning.offsetByCodePoints(beginning.length(), -1));
        }
        return beginning + ending;
    }
}
