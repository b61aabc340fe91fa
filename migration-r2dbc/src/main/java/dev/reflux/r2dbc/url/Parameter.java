package dev.reflux.r2dbc.url;

import java.util.Set;

/**
 * A parameter of a connection string, decoded.
 *
 * @param value empty when there was no {@code =}
 */
record Parameter(String name, String value) {

    private static final Set<String> SECRET = Set.of("password", "sslpassword", "sslPassword");

    boolean isSecret() {
        return SECRET.contains(name);
    }

    @Override
    public String toString() {
        return isSecret() ? name + "=(hidden)" : name + "=" + value;
    }
}
