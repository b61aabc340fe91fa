package dev.reflux.r2dbc.url;

import dev.reflux.r2dbc.url.UrlParts.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a URL apart as libpq does ({@code conninfo_uri_parse_options} in fe-connect.c): the credentials end at the first
 * {@code @} before the first {@code /}, the user at the first {@code :} in them, and a {@code #} means nothing.
 *
 * <p>An unencoded {@code @} or {@code /} in a password makes such a URL fall apart at the wrong places, and then any piece
 * may be a part of the password. So a second {@code @} is an error, and no error quotes a piece.
 */
final class UrlParser {

    private static final Set<String> MAY_CONTAIN_AT =
            Set.of("user", "username", "password", "sslpassword", "sslPassword");

    private UrlParser() {}

    /**
     * The parts of a URL.
     *
     * @throws InvalidConnectionUrlException when they cannot be told apart or decoded
     */
    static UrlParts parse(UrlPrefix prefix) {
        String rest = prefix.rest();
        rejectBlanks(rest);
        int at = credentialsEnd(prefix);
        String place = rest.substring(at + 1);
        int query = firstOf(place, "?");
        int slash = firstOf(place.substring(0, query), "/");
        String hosts = place.substring(0, slash);
        String path = place.substring(Math.min(query, slash + 1), query);
        List<String> pairs = pairs(place.substring(Math.min(place.length(), query + 1)));
        rejectSecondAt(hosts + path, pairs);
        return new UrlParts(
                prefix.form(),
                prefix.traits(),
                at < 0 ? Credentials.NONE : credentials(rest.substring(0, at)),
                hosts.isEmpty() ? List.of() : HostAddress.list(hosts),
                present(PercentCode.decode(path, "database name")),
                parameters(pairs));
    }

    private static int credentialsEnd(UrlPrefix prefix) {
        String stops = prefix.form() == UrlForm.JDBC ? "@/?" : "@/";
        int end = firstOf(prefix.rest(), stops);
        return end < prefix.rest().length() && prefix.rest().charAt(end) == '@' ? end : -1;
    }

    private static Credentials credentials(String text) {
        int colon = firstOf(text, ":");
        String password = text.substring(Math.min(text.length(), colon + 1));
        return new Credentials(
                present(PercentCode.decode(text.substring(0, colon), "user name")),
                present(PercentCode.decode(password, "password")).map(Secret::new));
    }

    private static List<String> pairs(String query) {
        List<String> pairs = new ArrayList<>();
        int start = 0;
        while (start < query.length()) {
            int end = start + firstOf(query.substring(start), "&");
            if (end > start) {
                pairs.add(query.substring(start, end));
            }
            start = end + 1;
        }
        return pairs;
    }

    private static List<Parameter> parameters(List<String> pairs) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : pairs) {
            int equals = firstOf(pair, "=");
            String name = PercentCode.decode(pair.substring(0, equals), "name of a parameter");
            String part = ParameterTable.find(name).isPresent() ? "value of \"" + name + "\"" : "value of a parameter";
            String value = pair.substring(Math.min(pair.length(), equals + 1));
            parameters.add(new Parameter(name, PercentCode.decode(value, part)));
        }
        return parameters;
    }

    private static void rejectSecondAt(String place, List<String> pairs) {
        boolean stray = place.indexOf('@') >= 0;
        for (String pair : pairs) {
            boolean expected = MAY_CONTAIN_AT.contains(pair.substring(0, firstOf(pair, "=")));
            stray |= !expected && pair.indexOf('@') >= 0;
        }
        if (stray) {
            throw InvalidConnectionUrlException.of(
                    "It cannot be told where the host begins: there is an \"@\" where none may" + " stand. "
                            + PercentCode.CREDENTIALS_REMEDY);
        }
    }

    private static void rejectBlanks(String text) {
        if (text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw InvalidConnectionUrlException.of(
                    "The connection URL contains white space or a control character. Percent-encode it; a space is \"%20\".");
        }
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The index of the first of {@code characters}, or the length. */
    private static int firstOf(String text, String characters) {
        int index = 0;
        while (index < text.length() && characters.indexOf(text.charAt(index)) < 0) {
            index++;
        }
        return index;
    }
}
