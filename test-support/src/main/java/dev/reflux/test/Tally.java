package dev.reflux.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the traffic of all connections of a proxy. Thread-safe. */
final class Tally {

    private final Map<Character, Integer> messages = new TreeMap<>();
    private final List<String> queries = new ArrayList<>();
    private int connections;
    private int cancelRequests;
    private int roundTrips;

    /** What a client opened a connection for. */
    enum Purpose {
        WORK,
        CANCEL
    }

    synchronized void connected(Purpose purpose) {
        switch (purpose) {
            case WORK -> connections++;
            case CANCEL -> cancelRequests++;
        }
    }

    synchronized void sent(char type) {
        messages.merge(type, 1, Integer::sum);
    }

    synchronized void queried(String sql) {
        queries.add(sql);
    }

    synchronized void waited() {
        roundTrips++;
    }

    synchronized Traffic traffic() {
        return new Traffic(connections, cancelRequests, roundTrips, messages, queries);
    }
}
