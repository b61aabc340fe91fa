package dev.reflux.r2dbc.url;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A connection string taken apart and decoded, with nothing decided yet.
 *
 * @param hosts empty when the string names none
 * @param traits what the prefix says beyond its form
 * @param parameters in the order of the string
 */
record UrlParts(
        UrlForm form,
        Set<Trait> traits,
        Credentials credentials,
        List<HostAddress> hosts,
        Optional<String> database,
        List<Parameter> parameters) {

    /** Something that a prefix such as {@code r2dbcs:postgresql:failover://} asks for. */
    enum Trait {
        TLS,
        FAILOVER
    }

    /** The user and the password before the {@code @}; what is missing or empty is absent. */
    record Credentials(Optional<String> user, Optional<Secret> password) {
        static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());
    }

    UrlParts {
        traits = Set.copyOf(traits);
        hosts = List.copyOf(hosts);
        parameters = List.copyOf(parameters);
    }
}
