package dev.reflux.test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Follows one connection from the first ReadyForQuery on, and tells when the client began to wait.
 *
 * <p>The client's messages that are to be answered stand in a queue until their answer has ended:
 * <table>
 *   <caption>Messages and how their answers end</caption>
 *   <tr><td>Q Query, F FunctionCall, S Sync</td><td>Z ReadyForQuery</td></tr>
 *   <tr><td>P Parse</td><td>1 ParseComplete</td></tr>
 *   <tr><td>B Bind</td><td>2 BindComplete</td></tr>
 *   <tr><td>C Close</td><td>3 CloseComplete</td></tr>
 *   <tr><td>D Describe</td><td>T RowDescription, n NoData</td></tr>
 *   <tr><td>E Execute</td><td>C CommandComplete, I EmptyQueryResponse, s PortalSuspended</td></tr>
 * </table>
 * After an error in the extended protocol the server passes over everything up to the next Sync
 * (<a href="https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY">message flow</a>).
 * Thread-safe: the two directions have a thread each.
 */
final class Conversation {

    private static final char QUERY = 'Q';
    private static final char FUNCTION_CALL = 'F';
    private static final char SYNC = 'S';
    private static final char READY_FOR_QUERY = 'Z';
    private static final char ERROR_RESPONSE = 'E';
    private static final Set<Character> ENDED_BY_READY = Set.of(QUERY, FUNCTION_CALL, SYNC);
    private static final Set<Character> ANSWERED = Set.of(QUERY, FUNCTION_CALL, SYNC, 'P', 'B', 'C', 'D', 'E');

    private enum Phase {
        STARTUP,
        WORK,
        PASSING_OVER
    }

    private final Tally tally;
    private final Deque<Character> unanswered = new ArrayDeque<>();
    private Phase phase = Phase.STARTUP;

    Conversation(Tally tally) {
        this.tally = tally;
    }

    synchronized void fromClient(char type, byte[] content) {
        if (phase == Phase.STARTUP) {
            return;
        }
        tally.sent(type);
        if (type == QUERY) {
            tally.queried(new String(content, 0, content.length - 1, StandardCharsets.UTF_8));
        }
        boolean passedOver = phase == Phase.PASSING_OVER && type != SYNC;
        if (ANSWERED.contains(type) && !passedOver) {
            if (unanswered.isEmpty()) {
                tally.waited();
            }
            unanswered.add(type);
        }
    }

    synchronized void fromServer(char type, byte[] content) {
        switch (type) {
            case READY_FOR_QUERY -> ready();
            case ERROR_RESPONSE -> failed();
            case '1' -> answered('P');
            case '2' -> answered('B');
            case '3' -> answered('C');
            case 'T', 'n' -> answered('D');
            case 'C', 'I', 's' -> answered('E');
            default -> {}
        }
    }

    private void ready() {
        if (phase != Phase.STARTUP) {
            passOverToReady();
            unanswered.poll();
        }
        phase = Phase.WORK;
    }

    private void failed() {
        passOverToReady();
        if (phase == Phase.WORK && unanswered.isEmpty()) {
            phase = Phase.PASSING_OVER;
        }
    }

    private void passOverToReady() {
        while (!unanswered.isEmpty() && !ENDED_BY_READY.contains(unanswered.element())) {
            unanswered.remove();
        }
    }

    private void answered(char type) {
        if (!unanswered.isEmpty() && unanswered.element() == type) {
            unanswered.remove();
        }
    }
}
