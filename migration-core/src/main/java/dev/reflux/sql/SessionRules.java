package dev.reflux.sql;

/** Statements, apart from settings and calls, that leave something behind in the session. */
final class SessionRules {

    private SessionRules() {}

    static Classification classify(Tokens tokens) {
        return switch (tokens.word(0)) {
            case "declare" -> declare(tokens);
            case "prepare" ->
                Classification.sessionState(
                        "PREPARE", "Write the statement itself; a statement in a loop goes into a DO block.");
            case "listen" -> Classification.sessionState("LISTEN", "Delete it: nobody would read the notifications.");
            case "discard" -> undoes("DISCARD " + Ascii.toUpperCase(tokens.word(1)));
            case "deallocate" -> undoes("DEALLOCATE");
            default -> undoes("UNLISTEN");
        };
    }

    private static Classification undoes(String command) {
        return Classification.sessionState(
                command, "Delete it: a migration leaves nothing in the session that would have to be undone.");
    }

    /** {@code DECLARE name … CURSOR WITH HOLD FOR query}. */
    private static Classification declare(Tokens tokens) {
        for (int i = 2; !tokens.isEnd(i) && !tokens.isWords(i, "for"); i++) {
            if (tokens.isWords(i, "with", "hold")) {
                TextEdits edits = new TextEdits(tokens.text());
                edits.replace(tokens.at(i), "WITHOUT");
                return Classification.sessionStateWithLocalForm("DECLARE … WITH HOLD", edits.apply());
            }
        }
        return Classification.ORDINARY;
    }
}
