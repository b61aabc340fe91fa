package dev.reflux.diff;

import dev.reflux.catalog.Attributes;

/** When rules and triggers fire, which is set by a statement after they are made. */
final class Firing {

    private static final String ATTRIBUTE = "enabled";

    private Firing() {}

    /** Whether it differs from what a new rule or trigger does. */
    static boolean isSet(Attributes attributes) {
        return attributes.has(ATTRIBUTE);
    }

    /** The words that set it. */
    static String words(Attributes attributes) {
        return switch (attributes.find(ATTRIBUTE).orElse("")) {
            case "DISABLED" -> "DISABLE";
            case "REPLICA" -> "ENABLE REPLICA";
            case "ALWAYS" -> "ENABLE ALWAYS";
            default -> "ENABLE";
        };
    }
}
