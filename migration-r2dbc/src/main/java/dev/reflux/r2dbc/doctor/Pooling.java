package dev.reflux.r2dbc.doctor;

/** What stands between a client and the server, told from how connections behave. */
public enum Pooling {
    /** Nothing that was noticed. */
    DIRECT("direct"),
    /** A pooler that gives each client a server connection of its own. */
    SESSION("session"),
    /** A pooler that hands server connections on after each transaction. */
    TRANSACTION("transaction"),
    /** No transaction pooler; whether there is a session pooler was not tried. */
    DIRECT_OR_SESSION("direct-or-session"),
    /** A second connection could not be opened. */
    UNKNOWN("unknown");

    private final String word;

    Pooling(String word) {
        this.word = word;
    }

    /** The word for programs. It does not change. */
    public String word() {
        return word;
    }
}
