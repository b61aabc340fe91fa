package dev.reflux.r2dbc.adopt;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that another tool has applied.
 *
 * @param name what the tool calls it
 * @param otherNames what else it may be called by a user
 * @param description what it does, in the tool's words; may be empty
 */
public record ForeignVersion(String name, List<String> otherNames, String description) {

    public ForeignVersion {
        otherNames = List.copyOf(otherNames);
    }

    /** All names, the tool's first. */
    Stream<String> names() {
        return Stream.concat(Stream.of(name), otherNames.stream());
    }
}
