package dev.reflux.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that say where the desired schema is. */
class SchemaLocationTest {

    private static final String BOOKING = "dev.reflux.schema.booking.";
    private static final String EXAMPLE = "dev.reflux.schema.example.";
    private static final String FORMS =
            "Write a SQL file or a directory of them, jooq:CLASS-OR-PACKAGE, jpa:CLASS-OR-PACKAGE, or class:CLASS.";

    @TempDir
    Path directory;

    /** A desired schema of the user's. */
    public static final class Users implements DesiredSchema {

        /** Called by its name. */
        public Users() {}

        @Override
        public List<SchemaScript> scripts() {
            return List.of(new SchemaScript("users", ""));
        }

        @Override
        public Set<Kind> kinds() {
            return EnumSet.of(Kind.TABLE);
        }
    }

    /** Cannot be made by its name. */
    public static final class Hidden implements DesiredSchema {

        private Hidden() {}

        @Override
        public List<SchemaScript> scripts() {
            return List.of();
        }
    }

    private DesiredSchema parse(String text) {
        return SchemaLocation.parse(text, SchemaLocationTest.class.getClassLoader(), directory);
    }

    private List<String> sources(String text) {
        return parse(text).scripts().stream()
                .map(SchemaScript::source)
                .map(source -> source.replace(directory + "/", ""))
                .toList();
    }

    private void write(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db/schema.sql", "db", "db/", " db/schema.sql ", "sql:db/schema.sql", "db/schema.sql,"})
    void parse_path_isRelativeToDirectory(String text) throws IOException {
        write("db/schema.sql");

        assertThat(sources(text)).containsExactly("db/schema.sql");
    }

    @Test
    void parse_absolutePath_isTaken() throws IOException {
        write("schema.sql");

        assertThat(SchemaLocation.parse(
                                directory.resolve("schema.sql").toString(),
                                SchemaLocationTest.class.getClassLoader(),
                                Path.of("elsewhere"))
                        .scripts())
                .hasSize(1);
    }

    @Test
    void parse_drive_isNoPrefix() {
        assertThatThrownBy(() -> parse("C:\\db\\schema.sql").scripts())
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("There is no \"");
    }

    @Test
    void parse_severalPlaces_keepTheirOrder() throws IOException {
        write("types.sql");
        write("views.sql");

        assertThat(sources("types.sql, jooq:" + BOOKING + "jooq.Faqs, class:" + Users.class.getName() + ", views.sql"))
                .containsExactly("types.sql", "jOOQ table public.faqs", "jOOQ table public.faqs", "users", "views.sql");
    }

    @Test
    void parse_severalEntities_areOneModel() {
        String model = BOOKING + "jpa.";

        assertThat(sources("jpa:" + model + "Faq,jpa:" + model + "Business"))
                .containsExactly("entity " + model + "Business", "entity " + model + "Faq", "entity " + model + "Faq");
    }

    @Test
    void parse_severalJooqTables_areOneModel() {
        assertThat(sources("jooq:" + BOOKING + "jooq.Staff,jooq:" + BOOKING + "jooq.Businesses"))
                .containsExactly("jOOQ table public.businesses", "jOOQ table public.staff", "jOOQ table public.staff");
    }

    @Test
    void parse_settingsOfEntities_areTaken() {
        assertThat(sources("jpa:" + EXAMPLE + "jpa?naming=jpa&hibernate.default_schema=app"))
                .startsWith("schema app", "schema library", "sequence Author_SEQ");
    }

    @Test
    void kinds_ofSeveralPlaces_areTheUnion() {
        Set<Kind> both = parse("jpa:x,jooq:y").kinds();

        assertThat(both).contains(Kind.DOMAIN, Kind.COMPOSITE).doesNotContain(Kind.VIEW);
        assertThat(parse("jpa:x,schema.sql").kinds()).containsExactly(Kind.values());
        assertThat(parse("class:" + Users.class.getName()).kinds()).containsExactly(Kind.TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , "})
    void parse_nothing_isRefused(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The desired schema has no place. " + FORMS);
    }

    @Test
    void parse_unknownPrefix_isRefused() {
        assertThatThrownBy(() -> parse("prisma:schema.prisma"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("There is no kind of desired schema that is called \"prisma\". " + FORMS);
    }

    @Test
    void parse_settingWithoutValue_isRefused() {
        assertThatThrownBy(() -> parse("jpa:com.example?naming"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The setting \"naming\" of the entities has no value."
                        + " Write it like this: jpa:com.example.model?hibernate.default_schema=app&naming=jpa");
    }

    @Test
    void parse_missingClass_isRefused() {
        assertThatThrownBy(() -> parse("class:com.example.Models"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("There is no class \"com.example.Models\" on the class path."
                        + " Correct its name, or add the class.");
    }

    @Test
    void parse_classThatIsNoSchema_isRefused() {
        String name = EXAMPLE + "nothing.Nothing";

        assertThatThrownBy(() -> parse("class:" + name))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The class \"" + name + "\" does not say what the schema should be."
                        + " Let it implement dev.reflux.schema.DesiredSchema, or name its kind: jooq:" + name
                        + " or jpa:" + name);
    }

    @Test
    void parse_classWithoutPublicConstructor_isRefused() {
        assertThatThrownBy(() -> parse("class:" + Hidden.class.getName()))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The class \"" + Hidden.class.getName() + "\" cannot be made:"
                        + " it has to be public, not abstract, with a public constructor without parameters.");
    }
}
