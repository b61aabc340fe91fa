package dev.reflux.sample.support;

import java.util.List;
import java.util.UUID;

/**
 * A support session.
 *
 * @param status {@code open} where an answer was found, {@code waiting} where a person has to answer
 * @param turns what was said, in order
 */
public record Conversation(UUID id, String status, List<Turn> turns) {

    /** Copies the list. */
    public Conversation {
        turns = List.copyOf(turns);
    }

    /**
     * Something that was said.
     *
     * @param role who said it: {@code customer}, {@code assistant} or {@code staff}
     */
    public record Turn(int turn, String role, String content) {}
}
