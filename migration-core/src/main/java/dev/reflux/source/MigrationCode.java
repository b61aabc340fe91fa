package dev.reflux.source;

import dev.reflux.Irreversible;
import dev.reflux.Migration;
import dev.reflux.plan.Direction;
import dev.reflux.sql.Script;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The migration of a revision: SQL text that is known before it runs, or Java code that has to be asked. Immutable, and not
 * yet checked against {@link StatementRules}.
 */
public sealed interface MigrationCode {

    /** Whether there is a downgrade; one that does nothing is one. */
    boolean reversible();

    /** Does one thing or the other. */
    <T> T match(Function<SqlCode, T> sql, Function<JavaCode, T> java);

    /**
     * A migration in SQL.
     *
     * @param upgrade the statements that apply it
     * @param downgrade the statements that undo it; empty where the file has no such section
     */
    record SqlCode(Script upgrade, Optional<Script> downgrade) implements MigrationCode {

        /** The statements of that direction; none for a downgrade that does not exist. */
        public Script script(Direction direction) {
            return direction == Direction.UPGRADE ? upgrade : downgrade.orElse(Script.EMPTY);
        }

        @Override
        public boolean reversible() {
            return downgrade.isPresent();
        }

        @Override
        public <T> T match(Function<SqlCode, T> sql, Function<JavaCode, T> java) {
            return sql.apply(this);
        }
    }

    /**
     * A migration in Java.
     *
     * @param type the class, for messages and for {@link Irreversible}
     * @param instance makes or returns the migration; called when its step begins, so that a run which does not need it
     *     does not initialise it. Throws {@link dev.reflux.MigrationException} if it cannot be made
     */
    record JavaCode(Class<? extends Migration> type, Supplier<Migration> instance) implements MigrationCode {

        @Override
        public boolean reversible() {
            return !Irreversible.class.isAssignableFrom(type);
        }

        @Override
        public <T> T match(Function<SqlCode, T> sql, Function<JavaCode, T> java) {
            return java.apply(this);
        }
    }
}
