package dev.reflux.source;

/** Whether the steps of a revision run in a transaction. */
public enum TransactionMode {
    /** Each step is one transaction, together with its row in the state table. */
    TRANSACTIONAL,
    /** Each statement runs alone, and the state table records how far the step has come. */
    NON_TRANSACTIONAL
}
