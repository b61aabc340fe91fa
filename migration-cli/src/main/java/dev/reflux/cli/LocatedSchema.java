package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Kind;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.schema.SchemaLocation;
import dev.reflux.schema.SchemaScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Models at a location that somebody wrote. If they cannot be loaded and nobody said where classes are, the error says how.
 *
 * @param location as it was written
 * @param models what is there
 * @param classPath where classes are looked for
 */
record LocatedSchema(String location, DesiredSchema models, UserClassPath classPath) implements DesiredSchema {

    private static final Pattern CLASSES = Pattern.compile("\\b(jooq|jpa|class):");

    /**
     * Understands a location.
     *
     * @param directory to which its paths are relative
     * @throws MigrationException if it cannot be understood
     */
    static LocatedSchema of(String location, UserClassPath classPath, Path directory) {
        try {
            DesiredSchema models = SchemaLocation.parse(location, classPath.loader(), directory);
            return new LocatedSchema(location, models, classPath);
        } catch (MigrationException e) {
            throw explained(e, location, classPath);
        }
    }

    @Override
    public List<SchemaScript> scripts() {
        try {
            return models.scripts();
        } catch (MigrationException e) {
            throw explained(e, location, classPath);
        }
    }

    private static MigrationException explained(MigrationException error, String location, UserClassPath classPath) {
        return classPath.entries().isEmpty() && CLASSES.matcher(location).find()
                ? new MigrationException(
                        error.getMessage() + "\nSay where the classes of the project are, for instance"
                                + " --classpath target/classes:lib/*, or classpath in \"reflux.properties\".",
                        error)
                : error;
    }

    @Override
    public Set<Kind> kinds() {
        return models.kinds();
    }
}
