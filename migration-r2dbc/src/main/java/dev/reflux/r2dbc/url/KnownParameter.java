package dev.reflux.r2dbc.url;

import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter that may stand in a connection string.
 *
 * @param names its names, one for each client that spells it differently; two of them in one string repeat each other
 */
record KnownParameter(List<String> names, Rule rule) {

    KnownParameter {
        names = List.copyOf(names);
    }

    /** A parameter with the names that it has. */
    static KnownParameter named(Rule rule, String... names) {
        return new KnownParameter(List.of(names), rule);
    }

    /** Several parameters with the same rule. */
    static List<KnownParameter> each(Rule rule, String... names) {
        return Stream.of(names).map(name -> named(rule, name)).toList();
    }
}
