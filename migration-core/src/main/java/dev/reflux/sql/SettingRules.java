package dev.reflux.sql;

import java.util.Set;

/** {@code SET} and {@code RESET}. */
final class SettingRules {

    /** Settings that are those of the transaction, whatever the scope in the statement. */
    private static final Set<String> OF_THE_TRANSACTION =
            Set.of("transaction_isolation", "transaction_read_only", "transaction_deferrable");

    private SettingRules() {}

    static Classification classify(Tokens tokens) {
        return tokens.isWords(0, "set") ? set(tokens) : reset(tokens);
    }

    private static Classification set(Tokens tokens) {
        boolean local = isScope(tokens, "local");
        int name = local || isSessionScope(tokens) ? 2 : 1;
        if (isKeyword(tokens, name, "transaction")) {
            return Classification.transactionControl("SET TRANSACTION");
        }
        if (tokens.isWords(name, "session", "characteristics")) {
            return Classification.transactionControl("SET SESSION CHARACTERISTICS");
        }
        if (OF_THE_TRANSACTION.contains(tokens.name(name))) {
            return Classification.transactionControl("SET " + tokens.name(name));
        }
        if (local || isKeyword(tokens, 1, "constraints")) {
            return Classification.ORDINARY;
        }
        String localForm = "SET LOCAL " + rest(tokens, name);
        return DumpPreamble.isSetting(tokens)
                ? Classification.dumpSetting("SET", localForm)
                : Classification.sessionStateWithLocalForm("SET", localForm);
    }

    private static Classification reset(Tokens tokens) {
        if (tokens.isWords(1, "transaction", "isolation") || OF_THE_TRANSACTION.contains(tokens.name(1))) {
            return Classification.transactionControl("RESET TRANSACTION ISOLATION LEVEL");
        }
        if (tokens.isWords(1, "all")) {
            return Classification.sessionState("RESET ALL", "Name the settings: SET LOCAL name TO DEFAULT.");
        }
        boolean twoWords = tokens.isWords(1, "time", "zone") || tokens.isWords(1, "session", "authorization");
        return Classification.sessionStateWithLocalForm(
                "RESET", "SET LOCAL " + rest(tokens, 1) + (twoWords ? " DEFAULT" : " TO DEFAULT"));
    }

    private static boolean isSessionScope(Tokens tokens) {
        return isScope(tokens, "session")
                && !tokens.isWords(2, "authorization")
                && !tokens.isWords(2, "characteristics");
    }

    private static boolean isScope(Tokens tokens, String word) {
        return isKeyword(tokens, 1, word);
    }

    /** The word stands there, and is not the name of a setting: {@code SET local.zone = 1} is a setting. */
    private static boolean isKeyword(Tokens tokens, int index, String word) {
        return tokens.isWords(index, word)
                && !tokens.isSymbol(index + 1, '=')
                && !tokens.isSymbol(index + 1, '.')
                && !tokens.isWords(index + 1, "to");
    }

    private static String rest(Tokens tokens, int index) {
        return tokens.text().substring(tokens.at(index).start());
    }
}
