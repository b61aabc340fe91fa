package dev.reflux.r2dbc;

/** What a person says about a revision of which the state table does not tell the whole truth. */
public enum Resolution {
    /** It began outside a transaction and did not finish: all of it is there now. */
    APPLIED,
    /** It began outside a transaction and did not finish: nothing of it is there now. */
    NOT_APPLIED,
    /** It began outside a transaction and did not finish: the next run goes on with the statement where it stopped. */
    CONTINUE,
    /** The same, but that statement has taken effect: the next run goes on after it. */
    CONTINUE_AFTER,
    /** Its source has changed since it was applied: the new content counts as the applied one. */
    ACCEPT
}
