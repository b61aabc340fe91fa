package dev.reflux.r2dbc.url;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.revision.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places where a connection URL may stand, read by the caller: this looks at nothing else.
 *
 * @param option the value of {@code --url}
 * @param environment the variables of the process
 * @param environmentFile the content of {@code .env}, see {@link EnvironmentFile#parse}; empty when there is none
 * @param properties the content of {@code reflux.properties}; empty when there is none
 */
public record ConnectionUrlLookup(
        Optional<String> option,
        Map<String, String> environment,
        Map<String, String> environmentFile,
        Map<String, String> properties) {

    /** The variables that may hold the URL; an earlier one wins. */
    public static final List<String> VARIABLES =
            List.of("REFLUX_URL", "DATABASE_URL", "NEON_DATABASE_URL", "POSTGRES_URL");

    private static final List<String> PROPERTIES = List.of("url", "reflux.url");

    /** A place and what stands in it. */
    private record Candidate(String name, Optional<String> value) {

        static Candidate of(String name, Map<String, String> values, String key) {
            return new Candidate(name, Optional.ofNullable(values.get(key)));
        }

        boolean isBlank() {
            return value.filter(String::isBlank).isPresent();
        }
    }

    /** Copies the maps. */
    public ConnectionUrlLookup {
        environment = Map.copyOf(environment);
        environmentFile = Map.copyOf(environmentFile);
        properties = Map.copyOf(properties);
    }

    /**
     * The first URL in this order: {@code --url}; the {@link #VARIABLES} in the environment, then those in {@code .env};
     * {@code url}, then {@code reflux.url}, in {@code reflux.properties}. A blank value counts as missing.
     *
     * @throws MissingConnectionUrlException when there is none, with the places
     * @throws InvalidConnectionUrlException when the first one cannot be used, with its place; no other is tried
     */
    public LocatedUrl find() {
        List<Candidate> places = places();
        for (Candidate place : places) {
            Optional<String> text = place.value().filter(value -> !value.isBlank());
            if (text.isPresent()) {
                return locate(text.get(), place.name());
            }
        }
        throw missing(places);
    }

    private List<Candidate> places() {
        List<Candidate> places = new ArrayList<>();
        places.add(new Candidate("--url", option));
        VARIABLES.forEach(name -> places.add(Candidate.of(name + " in the environment", environment, name)));
        VARIABLES.forEach(name -> places.add(Candidate.of(name + " in \".env\"", environmentFile, name)));
        PROPERTIES.forEach(
                name -> places.add(Candidate.of(quoted(name) + " in \"reflux.properties\"", properties, name)));
        return places;
    }

    private static LocatedUrl locate(String text, String origin) {
        try {
            return new LocatedUrl(ConnectionUrl.parse(text), origin);
        } catch (InvalidConnectionUrlException invalid) {
            throw invalid.foundIn(origin);
        }
    }

    private static MissingConnectionUrlException missing(List<Candidate> places) {
        List<String> blank =
                places.stream().filter(Candidate::isBlank).map(Candidate::name).toList();
        String message = "There is no connection URL. Reflux looked at --url; at " + Sentences.and(VARIABLES)
                + " in the environment, then in \".env\"; and at \"url\" in \"reflux.properties\"."
                + (blank.isEmpty() ? "" : " Blank: " + Sentences.and(blank) + ".")
                + " Give one: --url " + Refusals.EXAMPLE + ", or set REFLUX_URL to it.";
        return new MissingConnectionUrlException(
                message, places.stream().map(Candidate::name).toList());
    }

    /** Says nothing of the values, which contain passwords. */
    @Override
    public String toString() {
        return "ConnectionUrlLookup" + VARIABLES;
    }
}
