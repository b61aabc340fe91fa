package dev.reflux.r2dbc.url;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.revision.Sentences;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What a parameter does to a connection. The parameter tables are made of these. */
@FunctionalInterface
interface Rule {

    /** Takes the parameter over, or adds a problem to the draft. */
    void apply(Parameter parameter, Draft draft);

    /** Accepts any value and says that it is not used. */
    static Rule unused(String reason) {
        return (parameter, draft) -> draft.unused(parameter.name(), reason);
    }

    /** Refuses the parameter, whatever its value. */
    static Rule refused(String reasonAndRemedy) {
        return (parameter, draft) -> draft.problem(quoted(parameter.name()) + " cannot be used: " + reasonAndRemedy);
    }

    /** Accepts the values that ask for what happens anyway, without a word; refuses the others. */
    static Rule refusedUnless(Set<String> harmless, String reasonAndRemedy) {
        Rule refused = refused(reasonAndRemedy);
        return (parameter, draft) -> {
            if (!harmless.contains(parameter.value())) {
                refused.apply(parameter, draft);
            }
        };
    }

    /** Accepts one of a few values. */
    static <T> Rule choice(Map<String, T> choices, BiConsumer<Draft, T> effect) {
        return (parameter, draft) -> {
            T chosen = choices.get(parameter.value());
            if (chosen == null) {
                draft.invalid(parameter, "Use " + alternatives(choices.keySet(), parameter.value()));
            } else {
                effect.accept(draft, chosen);
            }
        };
    }

    /** Accepts {@code true} and {@code false}, and the other ways to write them, for an option of the driver. */
    static Rule flag(Option<Boolean> option) {
        Map<String, Boolean> choices =
                Map.of("true", true, "1", true, "on", true, "false", false, "0", false, "off", false);
        return (parameter, draft) -> {
            Boolean chosen = choices.get(parameter.value());
            if (chosen == null) {
                draft.invalid(parameter, "Use \"true\" or \"false\".");
            } else {
                draft.option(option, chosen);
            }
        };
    }

    /** Accepts a time that fits into an {@code int} of milliseconds; a plain number is in {@link DurationText#unit}. */
    static Rule duration(BiConsumer<Draft, Duration> effect) {
        return (parameter, draft) -> DurationText.parse(parameter.value(), DurationText.unit(draft.form()))
                .ifPresentOrElse(
                        time -> effect.accept(draft, time),
                        () -> draft.invalid(
                                parameter,
                                "Use a time that is at most 24 days: " + DurationText.example(draft.form()) + "."));
    }

    /** Sends the parameter to the server in the start-up message, under {@code name}. */
    static Rule startup(String name) {
        return (parameter, draft) -> draft.startup(name, parameter.value());
    }

    private static String alternatives(Set<String> choices, String typed) {
        String list = Sentences.quotedAll(List.copyOf(new TreeSet<>(choices))).replace(" and ", " or ") + ".";
        return list
                + Sentences.nearest(typed, choices)
                        .map(near -> " Did you mean " + quoted(near) + "?")
                        .orElse("");
    }
}
