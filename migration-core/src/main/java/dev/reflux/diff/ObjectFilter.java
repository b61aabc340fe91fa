package dev.reflux.diff;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses objects by patterns such as {@code public.*}, {@code audit.log_*}, {@code view:*} or {@code extension:postgis}: an
 * optional kind, then a name with its schema, in which {@code *} stands for any characters. A name without a dot is looked for
 * in every schema. Upper and lower case differ, as in the catalog.
 *
 * @param include an object passes if one of these fits it; all do if the list is empty
 * @param exclude and if none of these does
 */
public record ObjectFilter(List<Glob> include, List<Glob> exclude) implements Predicate<ObjectId> {

    public ObjectFilter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /**
     * A filter of patterns.
     *
     * @throws MigrationException if a pattern names a kind that does not exist
     */
    public static ObjectFilter of(List<String> include, List<String> exclude) {
        return new ObjectFilter(
                include.stream().map(Glob::parse).toList(),
                exclude.stream().map(Glob::parse).toList());
    }

    @Override
    public boolean test(ObjectId id) {
        return (include.isEmpty() || include.stream().anyMatch(glob -> glob.fits(id)))
                && exclude.stream().noneMatch(glob -> glob.fits(id));
    }

    /**
     * One pattern.
     *
     * @param kind the kind that it is about; empty for all
     * @param name fits the name, with its schema if the pattern has a dot
     * @param qualified whether the schema counts
     */
    public record Glob(Optional<Kind> kind, Pattern name, boolean qualified) {

        static Glob parse(String text) {
            int colon = text.indexOf(':');
            Optional<Kind> kind = colon < 0 ? Optional.empty() : Optional.of(kind(text.substring(0, colon)));
            String glob = text.substring(colon + 1).strip();
            String regex =
                    Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return new Glob(kind, Pattern.compile(regex), glob.indexOf('.') >= 0);
        }

        private static Kind kind(String key) {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.key().equals(key.strip()))
                    .findFirst()
                    .orElseThrow(() -> new MigrationException(quoted(key) + " is no kind of object. There are: "
                            + Arrays.stream(Kind.values())
                                    .filter(kind -> !kind.isPart())
                                    .map(Kind::key)
                                    .collect(Collectors.joining(", "))
                            + "."));
        }

        boolean fits(ObjectId id) {
            boolean rightKind = kind.isEmpty() || kind.get() == id.kind();
            return rightKind
                    && name.matcher(qualified ? qualifiedName(id) : id.name()).matches();
        }

        /** A schema is written {@code audit.*} as well: then everything in it is meant, and the schema itself. */
        private static String qualifiedName(ObjectId id) {
            return id.schema()
                    .map(schema -> schema + "." + (id.kind() == Kind.SCHEMA ? "" : id.name()))
                    .orElse(id.name());
        }
    }
}
