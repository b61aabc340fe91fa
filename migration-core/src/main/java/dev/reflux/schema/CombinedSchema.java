package dev.reflux.schema;

import dev.reflux.catalog.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Several sources that together are one schema.
 *
 * @param parts in the order in which their scripts run
 */
record CombinedSchema(List<DesiredSchema> parts) implements DesiredSchema {

    CombinedSchema {
        parts = List.copyOf(parts);
    }

    @Override
    public List<SchemaScript> scripts() {
        return parts.stream().flatMap(part -> part.scripts().stream()).toList();
    }

    /** What at least one of the sources can express. */
    @Override
    public Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        parts.forEach(part -> kinds.addAll(part.kinds()));
        return kinds;
    }
}
