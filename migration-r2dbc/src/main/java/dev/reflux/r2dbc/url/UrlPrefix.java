package dev.reflux.r2dbc.url;

import dev.reflux.r2dbc.url.UrlParts.Trait;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a URL of PostgreSQL, and what follows it.
 *
 * @param rest hosts, database and parameters; a {@code jdbc:postgresql:db} without hosts is given as {@code /db}
 */
record UrlPrefix(UrlForm form, Set<Trait> traits, String rest) {

    private static final Pattern LIBPQ = pattern("postgres(?:ql)?://");
    private static final Pattern SQLALCHEMY = pattern("postgres(?:ql)?\\+\\w+://");
    private static final Pattern JDBC = pattern("jdbc:postgresql:(//)?");
    private static final Pattern R2DBC = pattern("r2dbc(?<tls>s?):(?:pool:)?postgres(?:ql)?:(?<failover>failover:)?//");

    UrlPrefix {
        traits = Set.copyOf(traits);
    }

    /** The prefix of {@code text}, if it is one of PostgreSQL. */
    static Optional<UrlPrefix> of(String text) {
        return plain(LIBPQ, UrlForm.LIBPQ, text)
                .or(() -> plain(SQLALCHEMY, UrlForm.SQLALCHEMY, text))
                .or(() -> jdbc(text))
                .or(() -> r2dbc(text));
    }

    private static Optional<UrlPrefix> plain(Pattern pattern, UrlForm form, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt()
                ? Optional.of(new UrlPrefix(form, Set.of(), text.substring(matcher.end())))
                : Optional.empty();
    }

    private static Optional<UrlPrefix> jdbc(String text) {
        Matcher matcher = JDBC.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String rest = text.substring(matcher.end());
        boolean opaque = matcher.group(1) == null && !rest.startsWith("/");
        return Optional.of(new UrlPrefix(UrlForm.JDBC, Set.of(), opaque ? "/" + rest : rest));
    }

    private static Optional<UrlPrefix> r2dbc(String text) {
        Matcher matcher = R2DBC.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (!matcher.group("tls").isEmpty()) {
            traits.add(Trait.TLS);
        }
        if (matcher.group("failover") != null) {
            traits.add(Trait.FAILOVER);
        }
        return Optional.of(new UrlPrefix(UrlForm.R2DBC, traits, text.substring(matcher.end())));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
