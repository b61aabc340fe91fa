package dev.reflux.r2dbc.url;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.revision.Sentences;
import io.r2dbc.spi.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the parameters have decided so far; lives as long as one parse, and collects every problem. */
final class Draft {

    private static final int SHOWN = 40;

    private final UrlForm form;
    private final Place place;
    private final TlsSettings tls;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Map<String, List<String>> unused = new LinkedHashMap<>();
    private final Map<Option<?>, Object> options = new LinkedHashMap<>();
    private final Map<String, String> startup = new LinkedHashMap<>();
    private final List<Consumer<Draft>> decisions = new ArrayList<>();

    Draft(UrlParts parts) {
        this.form = parts.form();
        this.place = new Place(parts);
        this.tls = new TlsSettings(parts);
    }

    UrlForm form() {
        return form;
    }

    Place place() {
        return place;
    }

    TlsSettings tls() {
        return tls;
    }

    /** Adds a problem; the parse goes on, to find the others. */
    void problem(String sentence) {
        problems.add(sentence);
    }

    /** Adds the problem that the value of {@code parameter}, which is not secret, is none of those that it can have. */
    void invalid(Parameter parameter, String remedy) {
        problem(quoted(parameter.name()) + " cannot be " + quoted(shown(parameter.value())) + ". " + remedy);
    }

    /** Adds something that the user should know and need not change. */
    void notice(String sentence) {
        notices.add(sentence);
    }

    /** Notes a parameter that is accepted and has no effect. */
    void unused(String name, String reason) {
        unused.computeIfAbsent(reason, key -> new ArrayList<>()).add(name);
    }

    /** Sets an option of the driver. */
    void option(Option<?> option, Object value) {
        options.put(option, value);
    }

    /** Sets an option of the driver unless a parameter has set it. */
    void defaultOption(Option<?> option, Object value) {
        options.putIfAbsent(option, value);
    }

    /** Decides something when all parameters are known. */
    void later(Consumer<Draft> decision) {
        decisions.add(decision);
    }

    /** Takes the decisions that need all parameters, and checks the parameters against each other. */
    void settle() {
        place.settle(this);
        decisions.forEach(decision -> decision.accept(this));
        tls.settle(this);
        if (place.firstHost().isSocket()) {
            notice(
                    "A Unix-domain socket needs Netty's native transport, which comes with r2dbc-postgresql for Linux on x86-64"
                            + " only. Elsewhere, give a host name.");
        }
        if (place.pooled() && !startup.isEmpty()) {
            notice("The host looks like a pooler, and a pooler may refuse what the URL sets for the session: "
                    + Sentences.quotedAll(startup.keySet()) + ".");
        }
    }

    /** Adds a parameter of the start-up message. */
    void startup(String name, String value) {
        if (startup.putIfAbsent(name, value) != null) {
            problem("The setting " + quoted(name) + " is given twice. Keep one.");
        }
    }

    Map<Option<?>, Object> options() {
        return options;
    }

    Map<String, String> startup() {
        return startup;
    }

    List<String> problems() {
        return problems;
    }

    /** What was accepted and not used, then everything else to know; in the order of the URL. */
    List<String> notices() {
        List<String> all = new ArrayList<>();
        unused.forEach(
                (reason, names) -> all.add("Not used: " + Sentences.quotedAll(names) + ", because " + reason + "."));
        all.addAll(notices);
        return List.copyOf(all);
    }

    /** The driver's value of {@code option}, if a parameter has set it. */
    Optional<Object> find(Option<?> option) {
        return Optional.ofNullable(options.get(option));
    }

    private static String shown(String value) {
        String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > SHOWN ? printable.substring(0, SHOWN) + "…" : printable;
    }
}
