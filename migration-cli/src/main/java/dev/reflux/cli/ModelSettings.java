package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.diff.ObjectFilter;
import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.r2dbc.url.InvalidConnectionUrlException;
import dev.reflux.r2dbc.url.LocatedUrl;
import dev.reflux.schema.DesiredSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the models are and what of them is compared: an option says it, else the project's file.
 *
 * @param project where things are
 * @param options what was typed
 */
record ModelSettings(Project project, SchemaOptions options) {

    /** A place of models, as it is written and where it is written. */
    private record Place(String text, Path directory) {}

    /**
     * What the database should look like.
     *
     * @throws MigrationException if nobody has said it, or it cannot be understood
     */
    DesiredSchema desired() {
        return configured().orElseThrow(() -> new MigrationException("""
                It is not said what the database should look like.
                Write into "reflux.properties" where the models are, one of these:
                  schema = schema.sql                  a SQL file, or a directory of them
                  schema = jooq:com.example.Public     jOOQ tables
                  schema = jpa:com.example.model       annotated entities
                Or type it: --schema schema.sql"""));
    }

    /** The same; empty if nobody has said it. */
    Optional<DesiredSchema> configured() {
        return place().map(place -> schema(place.text(), place.directory()));
    }

    /** A schema that was typed. */
    DesiredSchema typed(String text) {
        return schema(text, project.surroundings().workingDirectory());
    }

    private DesiredSchema schema(String text, Path directory) {
        return LocatedSchema.of(text, project.classPath(), directory);
    }

    private Optional<Place> place() {
        return options.schema().isEmpty()
                ? project.settings()
                        .find(ProjectFile.SCHEMA)
                        .map(setting -> new Place(setting.text(), setting.directory()))
                : Optional.of(new Place(
                        String.join(",", options.schema()),
                        project.surroundings().workingDirectory()));
    }

    /**
     * What is compared.
     *
     * @throws MigrationException if a pattern cannot be understood
     */
    ObjectFilter filter() {
        return ObjectFilter.of(
                patterns(options.include(), ProjectFile.INCLUDE), patterns(options.exclude(), ProjectFile.EXCLUDE));
    }

    private List<String> patterns(List<String> typed, String setting) {
        return typed.isEmpty() ? project.settings().list(setting) : typed;
    }

    /**
     * The empty database to try DDL in, if there is one.
     *
     * @throws MigrationException if its URL cannot be used
     */
    Optional<LocatedUrl> devUrl() {
        return options.devUrl()
                .map(text -> located(text, "--dev-url"))
                .or(() -> project.settings()
                        .find(ProjectFile.DEV_URL)
                        .map(setting -> located(setting.text(), setting.origin())));
    }

    /** A connection URL that was found somewhere. */
    static LocatedUrl located(String text, String origin) {
        try {
            return new LocatedUrl(ConnectionUrl.parse(text), origin);
        } catch (InvalidConnectionUrlException e) {
            throw new MigrationException("Cannot use " + origin + ": " + e.getMessage(), e);
        }
    }
}
