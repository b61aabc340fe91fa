package dev.reflux.r2dbc.url;

import dev.reflux.r2dbc.url.UrlParts.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A connection string as it may be shown: always in libpq's form, with the parameters as given, and without secrets. */
final class RedactedUrl {

    /** Parameters that the part before the parameters says already. */
    private static final Set<String> SHOWN_BEFORE =
            Set.of("user", "username", "host", "port", "dbname", "database", "socket");

    private RedactedUrl() {}

    static String of(UrlParts parts, Place place) {
        String hosts = place.hosts().stream().map(HostAddress::toString).collect(Collectors.joining(","));
        List<String> pairs = new ArrayList<>();
        if (parts.traits().contains(Trait.TLS)) {
            pairs.add("ssl=true");
        }
        for (Parameter parameter : parts.parameters()) {
            if (!parameter.isSecret() && !SHOWN_BEFORE.contains(parameter.name())) {
                pairs.add(PercentCode.encode(parameter.name()) + "=" + PercentCode.encode(parameter.value()));
            }
        }
        return "postgresql://" + user(place) + "@" + hosts + "/" + PercentCode.encode(place.database())
                + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    /** A user name is shown with its colon and slash encoded, so that what follows one cannot be taken for a password. */
    private static String user(Place place) {
        return PercentCode.encode(place.user()).replace(":", "%3A").replace("/", "%2F");
    }
}
