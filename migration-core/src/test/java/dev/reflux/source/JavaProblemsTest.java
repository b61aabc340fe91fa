package dev.reflux.source;

import static dev.reflux.source.JavaExample.code;
import static dev.reflux.source.JavaExample.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about sources that cannot be compiled or used. */
class JavaProblemsTest {

    @TempDir
    Path temporary;

    private SourceTree tree;
    private JavaCompilation compilation = JavaCompilation.standard();

    @BeforeEach
    void prepare() {
        tree = new SourceTree(temporary.resolve("migrations"));
        compilation = JavaCompilation.standard().withCacheDirectory(temporary.resolve("cache"));
    }

    private Migrations migrations() {
        return Migrations.inDirectories(List.of(tree.directory()), compilation);
    }

    private List<String> problems() {
        return tree.problems(migrations());
    }

    @Test
    void compileErrors_areShownWithTheirPlace() {
        tree.with("A.java", """
                public class A {
                \tString a = Missing.value();
                    int b = true;
                }
                """);

        assertThat(problems()).containsExactly("""
                        A.java:2:13: cannot find symbol (symbol: variable Missing, location: class A)
                              \tString a = Missing.value();
                              \t           ^""", """
                        A.java:3:13: incompatible types: boolean cannot be converted to int
                                  int b = true;
                                          ^""");
    }

    @Test
    void compileErrors_aboveTen_areCounted() {
        tree.with("A.java", "public class A {\n" + fields(25) + "}\n");

        assertThat(problems())
                .hasSize(11)
                .last()
                .isEqualTo("The compiler found 15 more errors in the revisions in Java.");
    }

    @Test
    void compiler_missing_isSaidWithARemedy() {
        tree.with("A.java", source("id = \"a1\"", "A"));
        SourceCompiler none = new SourceCompiler(Optional::empty);
        Migrations migrations = new DirectoryMigrations(List.of(tree.directory()), new JavaSources(compilation, none));

        assertThat(tree.problems(migrations))
                .containsExactly(
                        "The revisions in Java cannot be compiled: this Java runtime has no compiler. Run with a JDK"
                                + " instead of a JRE, or compile them beforehand and give the classes:"
                                + " reflux --classpath PATH --package NAME");
    }

    @Test
    void unfitClasses_areNamedWithARemedy() {
        tree.with("Unfit.java", """
                import dev.reflux.Migration;
                import dev.reflux.Revision;

                public class Unfit {
                    @Revision(id = "a1") public static class NoMigration {}
                    @Revision(id = "b2") public abstract static class Abstract implements Migration {}
                    @Revision(id = "c3") public abstract class Inner implements Migration {}
                    @Revision(id = "d4") static class Hidden {}
                    @Revision(id = "e5") public static class Closed { private Closed() {} }
                    @Revision(id = "f+6") public static class BadId {}
                    public static class Parameters { @Revision(id = "g7") public class Inner {} }
                }
                """);

        assertThat(problems())
                .containsExactly(
                        "Revision \"b2\" in Unfit.java: the class \"Unfit$Abstract\" is abstract."
                                + " Move the annotation to a class that can be created.",
                        "Unfit.java: \"f+6\" is no revision id."
                                + " Use letters, digits, \"_\" and \".\"; 12 hexadecimal digits are the custom.",
                        "Revision \"e5\" in Unfit.java: the class \"Unfit$Closed\" does not implement"
                                + " \"dev.reflux.Migration\". Add it, or remove the annotation.",
                        "Revision \"e5\" in Unfit.java: the class \"Unfit$Closed\" has no public constructor without"
                                + " parameters. Add one.",
                        "Revision \"d4\" in Unfit.java: the class \"Unfit$Hidden\" does not implement"
                                + " \"dev.reflux.Migration\". Add it, or remove the annotation.",
                        "Revision \"d4\" in Unfit.java: the class \"Unfit$Hidden\" is not public. Declare it public.",
                        "Revision \"c3\" in Unfit.java: the class \"Unfit$Inner\" is abstract."
                                + " Move the annotation to a class that can be created.",
                        "Revision \"a1\" in Unfit.java: the class \"Unfit$NoMigration\" does not implement"
                                + " \"dev.reflux.Migration\". Add it, or remove the annotation.",
                        "Revision \"g7\" in Unfit.java: the class \"Unfit$Parameters$Inner\" does not implement"
                                + " \"dev.reflux.Migration\". Add it, or remove the annotation.",
                        "Revision \"g7\" in Unfit.java: the class \"Unfit$Parameters$Inner\" exists only within another"
                                + " object. Declare it static.");
    }

    @Test
    void constructor_thatFails_isNamed() {
        tree.with("A.java", source("id = \"a1\"", "A", "public A() { throw new IllegalStateException(\"no\"); }"));
        LoadedMigrations loaded = migrations().load();

        assertThatThrownBy(() -> code(loaded, "a1").instance().get())
                .isInstanceOf(MigrationException.class)
                .hasMessage("The constructor of \"A\" failed: java.lang.IllegalStateException: no");
    }

    @Test
    void sourceWithWrongEncoding_isNamed() {
        tree.with("A.java", new byte[] {'c', (byte) 0xE9, 'd'});

        assertThat(problems())
                .containsExactly("A.java:1: byte 0xE9 at offset 1 is not UTF-8. Save the file in the encoding UTF-8.");
    }

    private static String fields(int count) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append("    Missing").append(i).append(" f").append(i).append(";\n");
        }
        return fields.toString();
    }
}
