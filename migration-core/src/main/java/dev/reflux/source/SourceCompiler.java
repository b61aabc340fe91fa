package dev.reflux.source;

import dev.reflux.MigrationException;
import dev.reflux.revision.InvalidGraphException;
import dev.reflux.revision.Sentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles sources in this process, from memory to memory, at the language level of the running JDK. To start the compiler
 * costs about a second, and after that a class costs little; so all sources are compiled at once.
 */
final class SourceCompiler {

    private static final int SHOWN_ERRORS = 10;

    private static final List<String> OPTIONS =
            List.of("-proc:none", "-nowarn", "-parameters", "-g", "-Xmaxerrs", "1000000");

    private static final String NO_COMPILER =
            "The revisions in Java cannot be compiled: this Java runtime has no compiler."
                    + " Run with a JDK instead of a JRE, or compile them beforehand and give the classes:"
                    + " reflux --classpath PATH --package NAME";

    private final Supplier<Optional<JavaCompiler>> compiler;

    SourceCompiler(Supplier<Optional<JavaCompiler>> compiler) {
        this.compiler = compiler;
    }

    /** The compiler of the running JDK; fails with a remedy when it is used in a runtime that has none. */
    static SourceCompiler ofThisRuntime() {
        return new SourceCompiler(() -> Optional.ofNullable(ToolProvider.getSystemJavaCompiler()));
    }

    /**
     * Compiles.
     *
     * @throws InvalidGraphException with a problem for each of the first errors, which shows the place
     */
    List<CompiledClass> compile(List<JavaSource> sources, List<Path> classPath) {
        JavaCompiler found = compiler.get().orElseThrow(() -> new InvalidGraphException(List.of(NO_COMPILER)));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                found.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            MemoryFiles memory = new MemoryFiles(files);
            boolean done = found.getTask(null, memory, diagnostics, OPTIONS, null, MemoryFiles.inputs(sources))
                    .call();
            if (!done) {
                throw new InvalidGraphException(problems(diagnostics.getDiagnostics()));
            }
            return memory.compiled();
        } catch (IOException e) {
            throw new MigrationException(
                    "The files of the compiler cannot be closed: " + SourceText.reason(e) + ".", e);
        }
    }

    private static List<String> problems(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        List<String> problems = new ArrayList<>();
        errors.stream().limit(SHOWN_ERRORS).map(SourceCompiler::problem).forEach(problems::add);
        if (errors.size() > SHOWN_ERRORS) {
            problems.add("The compiler found " + Sentences.count(errors.size() - SHOWN_ERRORS, "more error")
                    + " in the revisions in Java.");
        }
        return problems.isEmpty()
                ? List.of("The compiler failed on the revisions in Java, and does not say why.")
                : problems;
    }

    private static String problem(Diagnostic<? extends JavaFileObject> error) {
        String message = sentence(error.getMessage(Locale.ENGLISH));
        JavaFileObject file = error.getSource();
        if (!(file instanceof MemoryFiles.Input input) || error.getPosition() == Diagnostic.NOPOS) {
            return "The revisions in Java cannot be compiled: " + message;
        }
        JavaSource source = input.source();
        return Place.caret(source.file().toString(), source.text(), (int) error.getPosition(), message);
    }

    /** The compiler writes details on lines of their own: symbol, location. */
    private static String sentence(String message) {
        List<String> lines = message.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.size() < 2
                ? String.join("", lines)
                : lines.stream().skip(1).collect(Collectors.joining(", ", lines.get(0) + " (", ")"));
    }
}
