package dev.reflux.schema;

import dev.reflux.catalog.Kind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Schema;
import org.jooq.Table;

/**
 * What the database should look like, as DDL that makes it in an empty database. PostgreSQL reads the DDL; nobody else does.
 *
 * <p>The factories read nothing yet; {@link #scripts()} does. Who has models of another sort implements this interface.
 */
public interface DesiredSchema {

    /**
     * The scripts, in the order in which they run. May read files and load classes, and so may block: callers that must not
     * block call it on a thread that may.
     *
     * @throws dev.reflux.MigrationException if the source is missing or cannot be read, with the remedy
     */
    List<SchemaScript> scripts();

    /**
     * The kinds of objects that this source can express. What a source cannot express is left as it is in the database: entities
     * know no triggers, so triggers are not dropped.
     */
    default Set<Kind> kinds() {
        return EnumSet.allOf(Kind.class);
    }

    /** This and that, in one schema: the scripts of this one run first. */
    default DesiredSchema and(DesiredSchema other) {
        return new CombinedSchema(List.of(this, other));
    }

    /**
     * DDL that is at hand. It can express every kind of object.
     *
     * @param source what a message names when PostgreSQL refuses the text
     * @param ddl statements, each ended by a semicolon
     */
    static DesiredSchema of(String source, String ddl) {
        return new GivenSchema(List.of(new SchemaScript(source, ddl)));
    }

    /**
     * A {@code .sql} file, or the {@code .sql} files of a directory and the directories below it. Files run in the order of their
     * names, directory by directory; what begins with a dot is passed over. It can express every kind of object.
     */
    static DesiredSchema sql(Path fileOrDirectory) {
        return new SqlSchema(fileOrDirectory);
    }

    /**
     * These jOOQ tables with what hangs on them: the enum types, domains and schemas that they use. See {@link TableAdditions} for
     * what jOOQ itself cannot say about a table.
     */
    static DesiredSchema jooq(Table<?>... tables) {
        return JooqSchema.of(List.of(tables));
    }

    /** Everything in these jOOQ schemas: tables, sequences, domains, and the enum types that columns use. */
    static DesiredSchema jooq(Schema... schemas) {
        return JooqSchema.of(List.of(schemas));
    }

    /**
     * What jOOQ classes hold.
     *
     * @param name of a generated schema or table, of a class with static fields that hold tables, or of a package of such classes
     * @param loader finds and loads them
     */
    static DesiredSchema jooq(String name, ClassLoader loader) {
        return JooqSchema.named(List.of(name), loader);
    }

    /** These entities, and the embeddables, superclasses and converters among the classes, as Hibernate would create their tables. */
    static JpaSchema jpa(Class<?>... classes) {
        return JpaSchema.of(List.of(classes));
    }

    /**
     * Entities, as Hibernate would create their tables.
     *
     * @param name of an entity, or of a package
     * @param loader finds and loads them and Hibernate
     */
    static JpaSchema jpa(String name, ClassLoader loader) {
        return JpaSchema.named(List.of(name), loader);
    }
}
