package dev.reflux.spring;

import dev.reflux.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts applications on a database. */
final class Example {

    static final String PACKAGE = "--reflux.packages=dev.reflux.spring.example";

    private Example() {}

    /** Starts an application that has the example's package of revisions, and those in {@code db/migrations}. */
    static ConfigurableApplicationContext start(Class<?> application, TestDatabase database, String... arguments) {
        return start(application, database.url(), arguments);
    }

    static ConfigurableApplicationContext start(Class<?> application, String url, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.r2dbc.url=r2dbc:" + url, "--spring.main.banner-mode=off", "--server.port=0", PACKAGE));
        all.addAll(List.of(arguments));
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(all.toArray(String[]::new));
    }

    /**
     * Starts applications at the same time, and waits until all have started. Spring Boot sets up the logging of the whole JVM
     * and is not made to do so twice at once, so it is kept from it.
     */
    static List<ConfigurableApplicationContext> startAtOnce(List<Callable<ConfigurableApplicationContext>> applications)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(applications.size());
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        try {
            List<ConfigurableApplicationContext> started = new ArrayList<>();
            for (Future<ConfigurableApplicationContext> start : threads.invokeAll(applications)) {
                started.add(start.get());
            }
            return started;
        } finally {
            System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
            threads.shutdown();
        }
    }

    /** The ids of the applied revisions, in the order of their application. */
    static List<String> applied(TestDatabase database) {
        return database.query("SELECT revision FROM schema_revision_log ORDER BY id").stream()
                .map(row -> row.get(0))
                .toList();
    }
}
