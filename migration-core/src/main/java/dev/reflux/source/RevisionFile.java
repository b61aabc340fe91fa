package dev.reflux.source;

import java.util.Optional;

/**
 * A new revision as a file: what it is called and what stands in it. Reading it back gives the draft again.
 *
 * @param name of the file, seen from the revision directory, with slashes
 * @param text the content, with LF line ends; to be stored as UTF-8
 */
public record RevisionFile(String name, String text) {

    /**
     * The draft as plain SQL: {@code 3f2a9c1b7d04_add_phone_to_customers.sql}.
     *
     * @throws dev.reflux.MigrationException if a statement is not complete, for instance because a quote is open
     */
    public static RevisionFile sql(RevisionDraft draft) {
        return sql(draft, RevisionLayout.STANDARD);
    }

    /**
     * The draft as plain SQL, named and laid out as the project wants it.
     *
     * @throws dev.reflux.MigrationException if a statement is not complete, or the layout does not fit
     */
    public static RevisionFile sql(RevisionDraft draft, RevisionLayout layout) {
        return SqlTemplate.file(draft, layout);
    }

    /**
     * The draft as a Java class in the unnamed package, {@code R3f2a9c1b7d04_add_phone_to_customers.java}: what stands in a
     * directory of revisions.
     *
     * @throws dev.reflux.MigrationException if a statement, or their number, is too large for a class
     */
    public static RevisionFile java(RevisionDraft draft) {
        return java(draft, Optional.empty(), RevisionLayout.STANDARD);
    }

    /**
     * The draft as a Java class of an application.
     *
     * @param packageName with dots, for instance {@code com.example.migrations}
     * @throws dev.reflux.MigrationException if a statement, or their number, is too large for a class
     */
    public static RevisionFile java(RevisionDraft draft, String packageName) {
        return java(draft, Optional.of(packageName), RevisionLayout.STANDARD);
    }

    /**
     * The draft as a Java class, named and laid out as the project wants it.
     *
     * @param packageName with dots; empty for the unnamed package
     * @throws dev.reflux.MigrationException if a statement, or their number, is too large for a class, or the layout does not
     *     fit
     */
    public static RevisionFile java(RevisionDraft draft, Optional<String> packageName, RevisionLayout layout) {
        return new JavaTemplate(draft, packageName, layout).file();
    }
}
