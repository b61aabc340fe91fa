package dev.reflux.sample.demo;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkout of Reflux that this demo belongs to.
 *
 * @param root its directory
 */
record Checkout(Path root) {

    private static final String MIGRATIONS = "sample-app/src/main/java/dev/reflux/sample/migrations";

    /** How the same migrations run on a database that is not the demo's. */
    static final String OWN_DATABASE_COMMAND =
            "DATABASE_URL=postgresql://user:password@host/database ./reflux --dir " + MIGRATIONS + " upgrade heads";

    /** Looks upwards from where this class was loaded, then from the working directory. */
    static Checkout locate() {
        return find().orElseThrow(() -> new DemoException("The demo runs the migrations of the sample application, and"
                + " there is no " + MIGRATIONS + " here.\nRun ./reflux demo in a checkout of Reflux."));
    }

    private static Optional<Checkout> find() {
        return Stream.of(codeSource(), Path.of("").toAbsolutePath())
                .flatMap(start -> Stream.iterate(Optional.of(start), Optional::isPresent, Checkout::parent))
                .flatMap(Optional::stream)
                .filter(directory -> Files.isDirectory(directory.resolve(MIGRATIONS)))
                .findFirst()
                .map(Checkout::new);
    }

    /** The checkout's directory; the working directory for a service that was taken elsewhere. */
    static Path rootOrWorkingDirectory() {
        return find().map(Checkout::root).orElseGet(() -> Path.of("").toAbsolutePath());
    }

    /** Inside an executable jar of Spring Boot there is no path to this class; the working directory has to do then. */
    private static Path codeSource() {
        try {
            URI location = Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return location.getScheme().equals("file")
                    ? Path.of(location)
                    : Path.of("").toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<Path> parent(Optional<Path> directory) {
        return directory.map(Path::getParent);
    }

    /** Where the revisions are. */
    Path migrations() {
        return root.resolve(MIGRATIONS);
    }

    /** Where the demo keeps its server. */
    Path demoDirectory() {
        return root.resolve(".reflux").resolve("demo");
    }

    /** The command of this checkout. */
    Path launcher() {
        return root.resolve("reflux");
    }

    /** The command as one types it in the working directory. */
    String typedLauncher() {
        Path shown = shown(launcher());
        return shown.isAbsolute() ? shown.toString() : "./" + shown;
    }

    /** The path as one would type it in the working directory. */
    static Path shown(Path path) {
        Path working = Path.of("").toAbsolutePath();
        return path.startsWith(working) ? working.relativize(path) : path;
    }
}
