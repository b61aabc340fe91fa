package dev.reflux.sql;

import java.util.Optional;

/** When the statements about subscriptions are refused inside a transaction block, as far as their text tells. */
final class SubscriptionRules {

    private SubscriptionRules() {}

    /** Making a replication slot cannot be rolled back; a subscription makes one unless its options say otherwise. */
    static Optional<String> create(Tokens tokens) {
        Options options = withClause(tokens);
        boolean makesSlot = !options.isOff("connect") && !options.isOff("create_slot");
        return makesSlot ? Optional.of("CREATE SUBSCRIPTION that creates a slot") : Optional.empty();
    }

    static Optional<String> alter(Tokens tokens) {
        if (tokens.isWords(3, "refresh")) {
            return Optional.of("ALTER SUBSCRIPTION … REFRESH");
        }
        if (tokens.isWords(4, "publication") && !withClause(tokens).isOff("refresh")) {
            return Optional.of(
                    "ALTER SUBSCRIPTION … " + Ascii.toUpperCase(tokens.word(3)) + " PUBLICATION with refresh");
        }
        Options set = Options.at(tokens, 4);
        return tokens.isWords(3, "set") && (set.has("failover") || set.isOff("two_phase"))
                ? Optional.of("ALTER SUBSCRIPTION … SET (failover, two_phase)")
                : Optional.empty();
    }

    private static Options withClause(Tokens tokens) {
        int index = 3;
        while (!tokens.isEnd(index) && !(tokens.isWords(index, "with") && tokens.isSymbol(index + 1, '('))) {
            index++;
        }
        return Options.at(tokens, index + 1);
    }
}
