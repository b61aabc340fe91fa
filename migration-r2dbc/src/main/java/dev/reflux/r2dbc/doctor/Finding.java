package dev.reflux.r2dbc.doctor;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param topic what it is about
 * @param severity how much it matters
 * @param sentence what was found, in plain words
 * @param remedy what to do, where there is something to do
 */
public record Finding(Topic topic, Severity severity, String sentence, Optional<String> remedy) {

    /** What a finding is about. The keys do not change. */
    public enum Topic {
        SERVER,
        WRITES,
        TLS,
        POOLING,
        CLOCK,
        RIGHTS,
        STATE_TABLE,
        REVISIONS,
        INDEXES,
        PARTITIONS,
        TIMEOUTS;

        /** The word for programs: {@code state-table}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How much a finding matters. */
    public enum Severity {
        /** All is well. */
        FINE,
        /** Worth knowing; runs work. */
        NOTE,
        /** A run fails, or something is broken. */
        PROBLEM;

        /** The word for programs and people: {@code problem}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding fine(Topic topic, String sentence) {
        return new Finding(topic, Severity.FINE, sentence, Optional.empty());
    }

    static Finding note(Topic topic, String sentence, String remedy) {
        return new Finding(topic, Severity.NOTE, sentence, Optional.of(remedy));
    }

    static Finding problem(Topic topic, String sentence, String remedy) {
        return new Finding(topic, Severity.PROBLEM, sentence, Optional.of(remedy));
    }
}
