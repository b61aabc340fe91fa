package dev.reflux;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a {@link Migration} its place in the revision graph. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /** The id: letters, digits, {@code _} and {@code .}; by convention 12 random hexadecimal digits. */
    String id();

    /** The ids of the parents: none for a base, several for a merge. */
    String[] revises() default {};

    /** Ids or labels of revisions elsewhere in the graph that must be applied before this one. */
    String[] dependsOn() default {};

    /** Names for the branch that this revision is on, each unique in the graph. */
    String[] labels() default {};

    /** What the revision does, in a few words. */
    String message() default "";

    /** When it was written: an ISO 8601 date or date and time; orders independent branches. Empty where unknown. */
    String created() default "";

    /**
     * Whether each step runs in a transaction. False for statements that PostgreSQL refuses inside one, such as
     * {@code CREATE INDEX CONCURRENTLY}: then each statement runs alone, and progress is recorded after each.
     */
    boolean transactional() default true;
}
