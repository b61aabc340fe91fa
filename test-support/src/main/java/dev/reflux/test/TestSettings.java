package dev.reflux.test;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a person who runs the tests may choose.
 *
 * @param url the server to use, if one is given
 * @param containers whether a container engine is asked
 * @param major the major version for a container
 */
record TestSettings(Optional<String> url, Containers containers, int major) {

    private static final int NEWEST_MAJOR = 18;

    /** Whether tests run in a container. */
    enum Containers {
        /** No engine is asked. */
        NEVER,
        /** In a container if an engine answers. */
        AUTO,
        /** In a container, or not at all. */
        REQUIRE
    }

    /** Reads the settings of this JVM. */
    static TestSettings read() {
        return from(
                name -> Optional.ofNullable(System.getenv(name)),
                name -> Optional.ofNullable(System.getProperty(name)));
    }

    /** Reads the settings; a system property goes before an environment variable, and an empty text is none. */
    static TestSettings from(
            Function<String, Optional<String>> environment, Function<String, Optional<String>> properties) {
        return new TestSettings(
                properties
                        .apply("reflux.test.url")
                        .filter(url -> !url.isBlank())
                        .or(() -> environment.apply("REFLUX_TEST_URL").filter(url -> !url.isBlank())),
                properties
                        .apply("reflux.test.containers")
                        .map(TestSettings::containers)
                        .orElse(Containers.AUTO),
                properties.apply("postgres.version").map(Integer::valueOf).orElse(NEWEST_MAJOR));
    }

    private static Containers containers(String text) {
        return Arrays.stream(Containers.values())
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot read reflux.test.containers=\"%s\". Use \"auto\", \"never\" or \"require\"."
                                .formatted(text)));
    }
}
