package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar that people run, in a process of its own. */
@PostgresTest
class ExecutableJarIT {

    private static final String JAVA = """
            import dev.reflux.Migration;
            import dev.reflux.Revision;
            import org.jooq.DSLContext;
            import org.jooq.Query;
            import org.reactivestreams.Publisher;
            import reactor.core.publisher.Flux;

            @Revision(id = "b2", revises = "a1", message = "in Java")
            public final class InJava implements Migration {

                @Override
                public Publisher<? extends Query> upgrade(DSLContext db) {
                    return Flux.just(db.createTable("b2").column("id", org.jooq.impl.SQLDataType.INTEGER));
                }

                @Override
                public Publisher<? extends Query> downgrade(DSLContext db) {
                    return Flux.just(db.dropTable("b2"));
                }
            }
            """;

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    ExecutableJarIT(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void writeMigrations() {
        place = Workplace.in(directory);
        place.write(
                "migrations/a1.sql",
                "-- revision: a1\n-- message: in SQL\n\n-- upgrade\nCREATE TABLE a1 (id int);\n\n-- downgrade\nDROP TABLE a1;\n");
    }

    private Child start(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-jar", Path.of("target", "reflux.jar").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Map<String, String> environment = Map.of(
                "REFLUX_URL",
                database.url(),
                "XDG_CACHE_HOME",
                directory.resolve("cache").toString());
        return Child.start(directory, environment, command);
    }

    private Result run(String... arguments) throws InterruptedException {
        return start(List.of(), arguments).await();
    }

    /** The names of the classes that a command loads. */
    private List<String> classes(String... arguments) throws InterruptedException, IOException {
        Path log = directory.resolve("classes.log");
        Result result = start(List.of("-Xlog:class+load:file=" + log + "::filecount=0"), arguments)
                .await();
        assertThat(result.code()).as(result.err()).isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(line -> line.replaceFirst("^(\\[[^]]*])*\\s*", "").replaceFirst(" .*", ""))
                    .toList();
        }
    }

    private static List<String> of(List<String> classes, String... packages) {
        return classes.stream()
                .filter(name -> Stream.of(packages).anyMatch(name::startsWith))
                .toList();
    }

    @Test
    void version_isThatOfTheBuild() throws Exception {
        Result result = run("--version");

        assertThat(result.out()).matches("reflux \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void upgrade_ofSqlAndJava_compilesAndKeepsStandardErrorClean() throws Exception {
        place.write("migrations/InJava.java", JAVA);

        Result up = run("upgrade");

        assertThat(up.err().replaceAll("\\(\\d.*\\)", "(time)"))
                .isEqualTo("upgrade a1  in SQL  (time)\nupgrade b2  in Java  (time)\n");
        assertThat(up.out()).isEqualTo("The database is at b2 (head), in Java\n");
        assertThat(up.code()).isZero();
        assertThat(run("downgrade", "base", "--yes").out())
                .isEqualTo("The database is at base: no revision is applied.\n");
    }

    @Test
    void sqlCommands_loadNoJooqAndNoScanner() throws Exception {
        assertThat(of(classes("upgrade"), "org.jooq.", "io.github.classgraph.", "com.sun.tools."))
                .isEmpty();
        assertThat(of(classes("current"), "org.jooq.", "io.github.classgraph.", "com.sun.tools."))
                .isEmpty();
    }

    @Test
    void javaRevisions_thatAreApplied_loadNoJooq() throws Exception {
        place.write("migrations/InJava.java", JAVA);
        run("upgrade");

        assertThat(of(classes("current"), "org.jooq.", "com.sun.tools.")).isEmpty();
    }

    @Test
    void commandsWithoutADatabase_loadNoDriver() throws Exception {
        for (String[] command :
                List.of(new String[] {"heads"}, new String[] {"history"}, new String[] {"revision", "-m", "x"})) {
            assertThat(of(classes(command), "reactor.", "io.netty.", "io.r2dbc.", "org.jooq."))
                    .isEmpty();
        }
        assertThat(of(classes("--help"), "io.netty.", "io.r2dbc.", "org.jooq.")).isEmpty();
    }

    @Test
    void runtimeWithoutACompiler_runsAllButJavaSources() throws Exception {
        List<String> runtime = List.of("--limit-modules", "java.se,jdk.unsupported");

        assertThat(start(runtime, "upgrade").await().out()).isEqualTo("The database is at a1 (head), in SQL\n");

        place.write("migrations/InJava.java", JAVA);
        Result result = start(runtime, "upgrade").await();

        assertThat(result.err())
                .isEqualTo("error: The revisions in Java cannot be compiled: this Java runtime has no compiler."
                        + " Run with a JDK instead of a JRE, or compile them beforehand and give the classes:"
                        + " reflux --classpath PATH --package NAME\n");
        assertThat(result.code()).isEqualTo(1);
        run("heads");
        assertThat(start(runtime, "upgrade").await().code()).isZero();
    }

    @Test
    void training_loadsWhatCommandsLoad_andLeavesNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path jar = Path.of("target", "reflux.jar").toAbsolutePath();
        Path log = directory.resolve("training.log");

        Result result = Child.start(
                        directory,
                        Map.of(),
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Djava.io.tmpdir=" + temporary,
                                "-Xlog:class+load:file=" + log + "::filecount=0",
                                "-cp",
                                jar.toString(),
                                "dev.reflux.cli.Training",
                                jar.toString()))
                .await();

        assertThat(result.all()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(Files.readString(log))
                .contains(
                        "dev.reflux.r2dbc.StateReader",
                        "dev.reflux.cli.UpgradeCommand",
                        "io.r2dbc.postgresql.PostgresqlResult");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("reflux")))
                    .isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interrupt_rollsBack_andExitsWith130() throws Exception {
        assumeFalse(ignoresInterrupts(), "Interrupts are ignored here, and so in every process that is started");
        place.write(
                "migrations/b2.sql",
                "-- revision: b2\n-- revises: a1\n\n-- upgrade\nCREATE TABLE b2 (id int);\nSELECT pg_sleep(600);\n");
        Child upgrade = start(List.of(), "upgrade");
        while (sleepers() == 0) {
            assertThat(upgrade.output()).doesNotContain("error:");
            Thread.sleep(50);
        }

        Child.start(directory, Map.of(), List.of("kill", "-INT", String.valueOf(upgrade.pid())))
                .await();

        Result result = upgrade.await();
        assertThat(result.code()).isEqualTo(130);
        assertThat(result.err()).contains("interrupted: rolling back", "is rolled back");
        assertThat(sleepers()).isZero();
        assertThat(database.query("SELECT revision FROM schema_revision")).containsExactly(List.of("a1"));
    }

    /** As in the background of a shell without job control; a process inherits it. The signals are the bits of a hexadecimal number. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).trim(), 16) & 0b10) != 0);
    }

    private int sleepers() {
        return Integer.parseInt(database.query(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()")
                .get(0)
                .get(0));
    }
}
