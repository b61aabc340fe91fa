package dev.reflux.r2dbc;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the caller of a run hands to its migrations. Java reads {@code db.data("tenant")}; SQL reads
 * {@code current_setting('reflux.x.tenant', true)}, which holds for the transaction of the step.
 *
 * @param values by name
 */
record Arguments(Map<String, String> values) {

    static final Arguments NONE = new Arguments(Map.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,40}");

    /**
     * @throws MigrationException if a name could not be that of a setting in PostgreSQL
     */
    Arguments {
        values = Map.copyOf(values);
        values.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw new MigrationException(
                        quoted(name)
                                + " cannot be the name of an argument. Use letters, digits and \"_\", and begin with a letter.");
            }
            if (value.indexOf('\0') >= 0) {
                throw new MigrationException("The argument " + quoted(name) + " has a zero character in its value.");
            }
        });
    }

    /** The statement that sets them in the transaction, inside of a block; empty if there are none. */
    String setLocally() {
        return values.isEmpty() ? "" : "  PERFORM " + settings() + ";\n";
    }

    /** The query that sets them in the transaction; empty if there are none. */
    Optional<String> query() {
        return values.isEmpty() ? Optional.empty() : Optional.of("SELECT " + settings());
    }

    private String settings() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> "pg_catalog.set_config('reflux.x." + entry.getKey() + "', "
                                + BookkeepingSql.literal(entry.getValue()) + ", true)")
                        .collect(Collectors.joining(",\n    "));
    }
}
