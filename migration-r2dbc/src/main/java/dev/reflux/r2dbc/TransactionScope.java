package dev.reflux.r2dbc;

/** What one transaction holds. */
public enum TransactionScope {
    /** Each revision is a transaction: after a failure the revisions before it are applied. */
    REVISION,
    /** The whole run is one transaction: after a failure nothing is applied. Locks are held until the end. */
    RUN
}
