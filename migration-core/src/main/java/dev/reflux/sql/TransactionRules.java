package dev.reflux.sql;

/** The statements that begin and end transactions. */
final class TransactionRules {

    private TransactionRules() {}

    static Classification classify(Tokens tokens) {
        String command = Ascii.toUpperCase(tokens.word(0));
        if (tokens.isWords(0, "rollback")) {
            return rollback(tokens);
        }
        boolean two = isPrepareTransaction(tokens) || tokens.isWords(0, "start") || tokens.isWords(1, "prepared");
        return Classification.transactionControl(two ? command + " " + Ascii.toUpperCase(tokens.word(1)) : command);
    }

    /** {@code PREPARE TRANSACTION 'id'}, and not the preparation of a statement that is named "transaction". */
    static boolean isPrepareTransaction(Tokens tokens) {
        return tokens.isWords(0, "prepare", "transaction") && !tokens.isWords(2, "as") && !tokens.isSymbol(2, '(');
    }

    /** {@code ROLLBACK [WORK | TRANSACTION] TO [SAVEPOINT] name} stays within the transaction. */
    private static Classification rollback(Tokens tokens) {
        int next = tokens.isWords(1, "work") || tokens.isWords(1, "transaction") ? 2 : 1;
        if (tokens.isWords(next, "to")) {
            return Classification.ORDINARY;
        }
        return Classification.transactionControl(tokens.isWords(1, "prepared") ? "ROLLBACK PREPARED" : "ROLLBACK");
    }
}
