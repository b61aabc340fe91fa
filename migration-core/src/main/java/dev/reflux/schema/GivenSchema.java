package dev.reflux.schema;

import java.util.List;

/**
 * DDL that is at hand.
 *
 * @param scripts in the order in which they run
 */
record GivenSchema(List<SchemaScript> scripts) implements DesiredSchema {

    GivenSchema {
        scripts = List.copyOf(scripts);
    }
}
