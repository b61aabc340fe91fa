package dev.reflux.sql;

/**
 * Says what a runner has to know of a statement. It looks at tokens, never at raw text, and for most statements at the first
 * alone.
 */
final class Classifier {

    private Classifier() {}

    static Classification classify(Tokens tokens) {
        return switch (tokens.word(0)) {
            case "begin", "start", "commit", "end", "abort", "rollback" -> TransactionRules.classify(tokens);
            case "prepare" ->
                TransactionRules.isPrepareTransaction(tokens)
                        ? TransactionRules.classify(tokens)
                        : SessionRules.classify(tokens);
            case "set", "reset" -> SettingRules.classify(tokens);
            case "discard", "listen", "unlisten", "deallocate", "declare" -> SessionRules.classify(tokens);
            case "select", "with", "values" -> SessionCalls.classify(tokens);
            default -> BlockRules.classify(tokens);
        };
    }
}
