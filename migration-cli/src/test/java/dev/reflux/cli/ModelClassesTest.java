package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are classes of the user's. */
@PostgresTest
class ModelClassesTest {

    private static final String TABLES = """
            package shop;

            import org.jooq.impl.DSL;
            import org.jooq.impl.SQLDataType;
            import org.jooq.impl.TableImpl;

            public class Tables {

                public static final Widgets WIDGETS = new Widgets();

                public static class Widgets extends TableImpl<org.jooq.Record> {
                    private static final long serialVersionUID = 1L;

                    Widgets() {
                        super(DSL.name("widgets"));
                        createField(DSL.name("id"), SQLDataType.INTEGER.nullable(false));
                    }
                }
            }
            """;

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    ModelClassesTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void compileModels() throws IOException {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        place.write("migrations/.gitkeep", "");
        place.write("src/Tables.java", TABLES);
        Path project = directory.resolve("project");
        Files.createDirectories(project.resolve("classes"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        project.resolve("classes").toString(),
                        project.resolve("src/Tables.java").toString());
        assertThat(code).isZero();
    }

    @Test
    void classPathOption_showsWhereTheyAre() {
        assertThat(place.run("check", "--schema", "jooq:shop.Tables", "--classpath", directory + "/project/classes")
                        .out())
                .isEqualTo("add      table public.widgets\n");
    }

    @Test
    void settings_areEnough() {
        place.write("reflux.properties", "schema = jooq:shop\nclasspath = classes\n");

        assertThat(place.run("revision", "--autogenerate", "-m", "widgets", "--rev-id", "a1")
                        .code())
                .isZero();
        assertThat(place.run("upgrade").code()).isZero();
        assertThat(place.run("check").out()).isEqualTo("No differences.\n");
    }

    @Test
    void missingClass_isExplained() {
        assertThat(place.run("check", "--schema", "jooq:shop.Tables").err())
                .startsWith("error: There is no class and no package \"shop.Tables\" on the class path")
                .contains("--classpath target/classes:lib/*");
        assertThat(place.run("check", "--schema", "class:shop.None").err())
                .contains("--classpath target/classes:lib/*");
    }
}
