package dev.reflux.r2dbc.url;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.revision.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All parameters that Reflux knows, of every client whose URLs people have. A parameter that is not in here is an error. */
final class ParameterTable {

    private static final Map<String, KnownParameter> BY_NAME = index(List.of(
            PlaceParameters.ENTRIES,
            TlsParameters.ENTRIES,
            SessionParameters.ENTRIES,
            UnusedParameters.ENTRIES,
            RefusedParameters.ENTRIES));

    private ParameterTable() {}

    static Optional<KnownParameter> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Applies the parameters to the draft in their order; names that are unknown or repeated become problems. */
    static void apply(List<Parameter> parameters, Draft draft) {
        Map<KnownParameter, String> given = new HashMap<>();
        Optional<String> secretBefore = Optional.empty();
        for (Parameter parameter : parameters) {
            KnownParameter known = BY_NAME.get(parameter.name());
            if (known == null) {
                Optional<String> secret = secretBefore;
                draft.later(settled -> settled.problem(unknown(parameter, secret, settled)));
                continue;
            }
            secretBefore = Optional.of(parameter).filter(Parameter::isSecret).map(Parameter::name);
            String first = given.putIfAbsent(known, parameter.name());
            if (first == null) {
                known.rule().apply(parameter, draft);
            } else {
                draft.problem(repeated(first, parameter.name()));
            }
        }
    }

    /**
     * A piece of a password that has an unencoded separator in it looks like a parameter: then it is not quoted. Without a
     * user the URL has no "@" in the right place, and then anything may be such a piece.
     */
    private static String unknown(Parameter parameter, Optional<String> secretBefore, Draft settled) {
        if (secretBefore.isPresent()) {
            String remedy = settled.form() == UrlForm.KEY_VALUE
                    ? "contains a space, put it into single quotes."
                    : "contains \"&\", write it as \"%26\".";
            return "What follows " + quoted(secretBefore.get()) + " is no known parameter. If the value " + remedy;
        }
        String subject = settled.place().user().isEmpty()
                ? "One of the parameters is unknown."
                : "There is no parameter " + quoted(shown(parameter.name())) + ".";
        return subject
                + Sentences.nearest(parameter.name(), BY_NAME.keySet())
                        .map(other -> " Did you mean " + quoted(other) + "?")
                        .orElse(" Remove it; a setting of the server goes into \"options=-c name=value\".");
    }

    private static String repeated(String first, String second) {
        return first.equals(second)
                ? "The parameter " + quoted(first) + " is given twice. Keep one."
                : "The parameter " + quoted(second) + " repeats " + quoted(first) + ". Keep one.";
    }

    private static String shown(String name) {
        return name.length() <= 40 ? name.replaceAll("\\p{Cntrl}", "?") : name.substring(0, 40) + "…";
    }

    private static Map<String, KnownParameter> index(List<List<KnownParameter>> tables) {
        Map<String, KnownParameter> byName = new TreeMap<>();
        for (List<KnownParameter> table : tables) {
            for (KnownParameter known : table) {
                for (String name : known.names()) {
                    if (byName.put(name, known) != null) {
                        throw new IllegalStateException("The parameter " + quoted(name) + " is in the tables twice.");
                    }
                }
            }
        }
        return byName;
    }
}
