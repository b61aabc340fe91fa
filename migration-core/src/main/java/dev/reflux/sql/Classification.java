package dev.reflux.sql;

import java.util.Optional;

/**
 * What a runner has to know of a statement before it sends it.
 *
 * @param kind what it is
 * @param command its command, for messages, such as {@code CREATE INDEX CONCURRENTLY}; empty for an ordinary statement
 * @param remedy what to write instead, one or two sentences; empty for an ordinary statement
 * @param localForm the text of the statement that ends with the transaction; only for session state, where there is one.
 *     It has no effect outside a transaction.
 */
public record Classification(StatementKind kind, String command, String remedy, Optional<String> localForm) {

    static final Classification ORDINARY = new Classification(StatementKind.ORDINARY, "", "", Optional.empty());

    static Classification transactionControl(String command) {
        return new Classification(
                StatementKind.TRANSACTION_CONTROL,
                command,
                "Delete it: Reflux begins and ends the transaction of a revision itself.",
                Optional.empty());
    }

    static Classification notInTransaction(String command) {
        return new Classification(
                StatementKind.NOT_IN_TRANSACTION,
                command,
                "Put it into a revision of its own that is not transactional: \"-- transactional: false\" in a SQL file,"
                        + " @Revision(transactional = false) in Java.",
                Optional.empty());
    }

    static Classification sessionState(String command, String remedy) {
        return new Classification(StatementKind.SESSION_STATE, command, remedy, Optional.empty());
    }

    static Classification sessionStateWithLocalForm(String command, String localForm) {
        return new Classification(
                StatementKind.SESSION_STATE,
                command,
                "Write the form that ends with the transaction: " + localForm,
                Optional.of(localForm));
    }

    static Classification dumpSetting(String command, String localForm) {
        return new Classification(
                StatementKind.DUMP_SETTING,
                command,
                "Write the form that ends with the transaction: " + localForm,
                Optional.of(localForm));
    }
}
