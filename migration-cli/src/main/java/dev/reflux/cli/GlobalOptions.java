package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.r2dbc.StateTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The options that every command takes, before its name or after it. */
final class GlobalOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The database: postgresql://user@host/db, or as JDBC, R2DBC or libpq write it. Otherwise"
                    + " REFLUX_URL, DATABASE_URL, NEON_DATABASE_URL or POSTGRES_URL from the environment or .env,"
                    + " then url in reflux.properties.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--dir",
            paramLabel = "DIRECTORY",
            scope = ScopeType.INHERIT,
            description = "Where the revision files are. Repeatable. Otherwise dir in reflux.properties, then"
                    + " migrations.")
    private List<String> directories = List.of();

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description =
                    "Jars, directories and patterns (lib/*, build/**/*.jar) with classes that revisions in Java need"
                            + " besides jOOQ and Reactor, or that describe the schema; @FILE for a file that lists"
                            + " them. Otherwise classpath in reflux.properties.")
    private Optional<String> classPath = Optional.empty();

    @Option(
            names = "--package",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            split = ",",
            description =
                    "Take the revisions from the compiled classes of this package, not from a directory. Repeatable.")
    private List<String> packages = List.of();

    @Option(
            names = "--state-table",
            paramLabel = "SCHEMA.NAME",
            scope = ScopeType.INHERIT,
            converter = StateTableName.class,
            description = "Where the database records what is applied. Otherwise public.schema_revision.")
    private StateTable stateTable = StateTable.DEFAULT;

    @Option(
            names = "-x",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            mapFallbackValue = "",
            description = "A value for migrations to read: db.data(\"KEY\") in Java,"
                    + " current_setting('reflux.x.KEY', true) in SQL. Repeatable.")
    private Map<String, String> arguments = Map.of();

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say only what was asked for, warnings and errors.")
    private boolean quiet;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "auto, always or never. Otherwise auto: on a terminal, unless NO_COLOR is set.")
    private ColorMode color = ColorMode.auto;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show where in the code an error arose.")
    private boolean stackTrace;

    Optional<String> url() {
        return url;
    }

    List<String> directories() {
        return List.copyOf(directories);
    }

    /** What was typed for migrations to read. */
    Map<String, String> arguments() {
        return Map.copyOf(arguments);
    }

    Optional<String> classPath() {
        return classPath;
    }

    List<String> packages() {
        return List.copyOf(packages);
    }

    StateTable stateTable() {
        return stateTable;
    }

    boolean verbose() {
        return verbose;
    }

    boolean stackTrace() {
        return stackTrace;
    }

    ColorMode color() {
        return color;
    }

    /** The kinds of lines to print; status lines are for whoever has a screen. */
    Set<Kind> shown() {
        Set<Kind> shown = EnumSet.of(Kind.RESULT, Kind.WARNING, Kind.ERROR);
        if (!quiet) {
            shown.addAll(EnumSet.of(Kind.SUMMARY, Kind.PROGRESS, Kind.STATUS));
        }
        if (verbose) {
            shown.add(Kind.DETAIL);
        }
        return shown;
    }

    /** Reads {@code schema.name}, or a name in {@code public}. */
    static final class StateTableName implements ITypeConverter<StateTable> {
        @Override
        public StateTable convert(String text) {
            List<String> parts = List.of(text.split("\\.", -1));
            if (parts.size() > 2 || parts.contains("")) {
                throw new TypeConversionException("\"" + text + "\" is no table. Write SCHEMA.NAME, or NAME alone.");
            }
            return parts.size() == 2
                    ? new StateTable(parts.get(0), parts.get(1))
                    : new StateTable(StateTable.DEFAULT.schema(), parts.get(0));
        }
    }
}
