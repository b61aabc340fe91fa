package dev.reflux.picture;

/** Where a revision stands in a database. */
public enum Standing {
    /** The database has it. */
    APPLIED("applied"),
    /** The database does not have it. */
    PENDING("pending"),
    /** It began outside a transaction and did not finish. */
    UNFINISHED("unfinished"),
    /** The database has it, and no file does. */
    UNKNOWN("no file"),
    /** No database was asked. */
    UNASKED("");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    /** The word for people; empty if there is nothing to say. */
    public String word() {
        return word;
    }
}
