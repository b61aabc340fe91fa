package dev.reflux.schema;

import dev.reflux.catalog.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the database should look like, as DDL that makes it in an empty database. PostgreSQL reads the DDL; nobody else does.
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
}
