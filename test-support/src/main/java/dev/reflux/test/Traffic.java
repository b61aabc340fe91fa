package dev.reflux.test;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What passed through a {@link CountingProxy}, from its start or between two moments.
 *
 * <p><b>Start-up is free.</b> A connection's messages count from its first ReadyForQuery on, when the server has
 * taken the client in. What a driver asks by itself after that counts like everything else: r2dbc-postgresql begins a
 * connection with two simple queries, for the isolation level and for the types of extensions ({@code
 * autodetectExtensions=false} spares the second).
 *
 * <p><b>A round trip</b> begins when a client sends a message that is to be answered and no earlier message of the
 * same connection still waits for the end of its answer. So a round trip is once that somebody waited: a script of
 * many statements in one simple query is one, and so is a series of messages that are sent without waiting in between
 * (Parse, Bind, Describe, Execute, Sync; or several queries in one go). Each round trip of simple queries, and each
 * that ends in a Sync, ends in a ReadyForQuery; one that ends in a Flush ends with the answer to the last message
 * before it. The data of a {@code COPY} belong to the round trip of their statement. Terminate is not answered, hence
 * none.
 *
 * @param connections how many connections clients began; a request to cancel is not one
 * @param cancelRequests how many times a client asked to cancel the query of another connection
 * @param roundTrips how many times a client waited for the server, by the definition above
 * @param messages how many messages clients sent, by the protocol's letter for their type
 * @param queries the text of each simple query, in the order in which they arrived
 */
public record Traffic(
        int connections, int cancelRequests, int roundTrips, Map<Character, Integer> messages, List<String> queries) {

    /** Copies the collections; the messages are in the order of their letters. */
    public Traffic {
        messages = Collections.unmodifiableMap(new TreeMap<>(messages));
        queries = List.copyOf(queries);
    }

    /** The traffic from an earlier moment of the same proxy to this one. */
    public Traffic since(Traffic earlier) {
        Map<Character, Integer> added = new TreeMap<>(messages);
        earlier.messages.forEach((type, count) -> added.merge(type, -count, Integer::sum));
        added.values().removeIf(count -> count == 0);
        return new Traffic(
                connections - earlier.connections,
                cancelRequests - earlier.cancelRequests,
                roundTrips - earlier.roundTrips,
                added,
                queries.subList(earlier.queries.size(), queries.size()));
    }

    /** How many messages of a type clients sent, for example {@code sent('Q')}. */
    public int sent(char type) {
        return messages.getOrDefault(type, 0);
    }

    /** How many simple queries (Q) clients sent. */
    public int simpleQueries() {
        return sent('Q');
    }

    /** How many statements clients prepared (P), with a name or without. */
    public int parses() {
        return sent('P');
    }

    /** How many portals clients executed (E). */
    public int executes() {
        return sent('E');
    }

    /** How many times clients ended a series of the extended protocol (S). */
    public int syncs() {
        return sent('S');
    }

    /** How many connections clients ended with a good-bye (X); it arrives a moment after the client has closed. */
    public int terminates() {
        return sent('X');
    }
}
