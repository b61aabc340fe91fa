package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of {@code docs/command-line.md} for a Maven project. */
@PostgresTest
class MavenProjectIT {

    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>shop</artifactId>
              <version>1</version>
              <dependencies>
                <dependency>
                  <groupId>org.opentest4j</groupId>
                  <artifactId>opentest4j</artifactId>
                  <version>1.3.0</version>
                </dependency>
              </dependencies>
            </project>
            """;

    private static final String REVISION = """
            import dev.reflux.Migration;
            import dev.reflux.Revision;
            import dev.reflux.Sql;
            import org.jooq.DSLContext;
            import org.jooq.Query;
            import org.opentest4j.ValueWrapper;
            import org.reactivestreams.Publisher;
            import reactor.core.publisher.Flux;

            @Revision(id = "a1", message = "uses a dependency")
            public final class UsesADependency implements Migration {

                @Override
                public Publisher<? extends Query> upgrade(DSLContext db) {
                    return Flux.just(Sql.of("SELECT " + ValueWrapper.create(42).getValue()));
                }

                @Override
                public Publisher<? extends Query> downgrade(DSLContext db) {
                    return Flux.empty();
                }
            }
            """;

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;

    MavenProjectIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void dependencies_areWhatMavenLists() throws Exception {
        Workplace place = Workplace.in(directory).with(database.url());
        place.write("pom.xml", POM);
        place.write("migrations/UsesADependency.java", REVISION);
        place.write("reflux.properties", "classpath = target, @target/classpath.txt\n");
        place.write("target/classes/made-by-mvn-compile", "");

        assertThat(upgrade().err()).contains("Maven makes it: mvn dependency:build-classpath -Dmdep.outputFile=");

        String maven = File.separatorChar == '\\' ? "mvnw.cmd" : "mvnw";
        Result listed = Child.start(
                        directory,
                        Map.of(),
                        List.of(
                                Path.of("..", maven)
                                        .toAbsolutePath()
                                        .normalize()
                                        .toString(),
                                "--batch-mode",
                                "--quiet",
                                "org.apache.maven.plugins:maven-dependency-plugin:3.10.0:build-classpath",
                                "-Dmdep.outputFile=target/classpath.txt"))
                .await();

        assertThat(listed.code()).as(listed.all()).isZero();
        assertThat(upgrade().out()).isEqualTo("The database is at a1 (head), uses a dependency\n");
    }

    /** In a process of its own, for the tests have that dependency themselves. */
    private Result upgrade() throws InterruptedException {
        return Child.start(
                        directory,
                        Map.of("REFLUX_URL", database.url()),
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                Path.of("target", "reflux.jar").toAbsolutePath().toString(),
                                "upgrade"))
                .await();
    }
}
