package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.adopt.HistoryTool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Whose history is taken over, and how its versions are called here. */
final class AdoptOptions {

    @Parameters(
            paramLabel = "TOOL",
            converter = ToolName.class,
            completionCandidates = ToolNames.class,
            description = "alembic, flyway, liquibase or r2dbc-migrate.")
    private Optional<HistoryTool> tool = Optional.empty();

    @Option(
            names = "--table",
            paramLabel = "SCHEMA.NAME",
            description = "The table of the other tool. Otherwise the one that it has by default.")
    private Optional<String> table = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "VERSION=REVISION",
            description = "This version of the other tool is that revision. Repeatable.")
    private List<String> pairs = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "A file with a line VERSION=REVISION for each version; lines that begin with # are comments.")
    private Optional<String> file = Optional.empty();

    HistoryTool tool() {
        return tool.orElseThrow();
    }

    Optional<String> table() {
        return table;
    }

    /**
     * What the user says of versions; an option counts more than the file.
     *
     * @throws MigrationException if a pair is none, or the file cannot be read
     */
    Map<String, String> mapping(Surroundings surroundings) {
        List<String> lines = new ArrayList<>();
        file.ifPresent(name -> lines.addAll(lines(surroundings, name)));
        lines.addAll(pairs);
        Map<String, String> mapping = new LinkedHashMap<>();
        for (String line : lines) {
            int split = line.lastIndexOf('=');
            if (split < 1 || split == line.length() - 1) {
                throw new MigrationException(
                        quoted(line) + " is no pair. Write VERSION=REVISION, for instance 1.2=3f2a9c1b7d04.");
            }
            mapping.put(
                    line.substring(0, split).strip(), line.substring(split + 1).strip());
        }
        return mapping;
    }

    private static List<String> lines(Surroundings surroundings, String name) {
        String text = ProjectFile.content(surroundings.resolve(name))
                .orElseThrow(() -> new MigrationException(
                        "There is no file " + quoted(name) + ". Correct the value of --mapping."));
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Reads the name of a tool. */
    static final class ToolName implements ITypeConverter<HistoryTool> {
        @Override
        public HistoryTool convert(String text) {
            return Arrays.stream(HistoryTool.values())
                    .filter(tool -> tool.word().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            quoted(text) + " is no tool whose history can be taken over. Use "
                                    + String.join(", ", new ToolNames()) + "."));
        }
    }

    /** The names of the tools, for shells. */
    static final class ToolNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(HistoryTool.values()).map(HistoryTool::word).iterator();
        }
    }
}
