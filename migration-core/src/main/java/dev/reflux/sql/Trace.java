package dev.reflux.sql;

import java.util.Optional;

/**
 * What a statement leaves in the catalog that runs outside a transaction, so that whoever finds it interrupted can tell
 * whether it has taken effect. Names are as they are written, with quotes and qualifiers.
 */
public sealed interface Trace {

    /** Does what belongs to the case. */
    <T> T match(Cases<T> cases);

    /** What a reader does with each trace. */
    interface Cases<T> {
        T indexBuilt(IndexBuilt trace);

        T indexDropped(IndexDropped trace);

        T reindexed(Reindexed trace);

        T partitionDetached(PartitionDetached trace);

        T repeatable(Repeatable trace);

        T unknown(Unknown trace);
    }

    /**
     * An index of this name on this table. An interrupted build leaves it there, invalid.
     *
     * @param name without a schema: an index lives in the schema of its table
     * @param table the table
     * @param existing what the statement does if there is one already
     */
    record IndexBuilt(String name, String table, Existing existing) implements Trace {

        /** What to do about an index of the same name. */
        public enum Existing {
            /** It is an error. */
            REFUSED,
            /** It will do, even if it is invalid. */
            TAKEN
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.indexBuilt(this);
        }
    }

    /**
     * No index of this name. An interrupted drop leaves it there, invalid.
     *
     * @param name the index
     */
    record IndexDropped(String name) implements Trace {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.indexDropped(this);
        }
    }

    /**
     * The same indexes as before, so it can be run again. Interrupted, it leaves invalid ones beside them, whose names end
     * with {@code _ccnew} or {@code _ccold}.
     *
     * @param scope what {@code name} is
     * @param name what was rebuilt; empty for a whole database that is not named
     */
    record Reindexed(Scope scope, Optional<String> name) implements Trace {

        /** What is rebuilt. */
        public enum Scope {
            INDEX,
            TABLE,
            SCHEMA,
            DATABASE
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.reindexed(this);
        }
    }

    /**
     * A table that is no partition any more. Interrupted, it is one whose detaching is pending.
     *
     * @param table the partitioned table
     * @param partition the partition
     */
    record PartitionDetached(String table, String partition) implements Trace {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.partitionDetached(this);
        }
    }

    /** Nothing that would be in the way: it can be run again. */
    record Repeatable() implements Trace {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.repeatable(this);
        }
    }

    /** Nobody can tell. */
    record Unknown() implements Trace {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unknown(this);
        }
    }

    /** The trace of a statement that refuses a transaction. */
    static Trace of(Statement statement) {
        return TraceRules.trace(StatementTokens.of(statement.text()));
    }
}
