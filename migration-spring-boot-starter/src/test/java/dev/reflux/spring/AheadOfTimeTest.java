package dev.reflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.spring.example.CreateGuests;
import dev.reflux.spring.example.PlainApplication;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;

/** What the application is given when it is compiled ahead of time, for a native image. */
class AheadOfTimeTest {

    private final TestGenerationContext generated = new TestGenerationContext(PlainApplication.class);

    AheadOfTimeTest() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(
                        "spring.r2dbc.url=r2dbc:postgresql://ann@localhost/shop",
                        "reflux.packages=dev.reflux.spring.example",
                        "reflux.locations=classpath:db/migrations,classpath:db/more/*.sql")
                .applyTo(context);
        context.register(PlainApplication.class);
        new ApplicationContextAotGenerator().processAheadOfTime(context, generated);
        generated.writeGeneratedContent();
    }

    private RuntimeHints hints() {
        return generated.getRuntimeHints();
    }

    @Test
    void migrationClasses_mayBeCreated() throws NoSuchMethodException {
        assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(CreateGuests.class.getConstructor()))
                .accepts(hints());
    }

    @Test
    void sqlFiles_areInTheImage() {
        assertThat(RuntimeHintsPredicates.resource().forResource("db/migrations/b2_add_guest_notes.sql"))
                .accepts(hints());
        assertThat(RuntimeHintsPredicates.resource().forResource("db/migrations/2026/b3.sql"))
                .accepts(hints());
        assertThat(RuntimeHintsPredicates.resource().forResource("db/more/c3.sql"))
                .accepts(hints());
        assertThat(RuntimeHintsPredicates.resource().forResource("dev/reflux/spring/example/d4.sql"))
                .accepts(hints());
        assertThat(RuntimeHintsPredicates.resource().forResource("db/more/deep/c4.sql"))
                .rejects(hints());
    }

    @Test
    void index_hasTheClassesOfThePackages() throws Exception {
        assertThat(RuntimeHintsPredicates.resource().forResource(MigrationIndex.LOCATION))
                .accepts(hints());
        String index = new String(
                Objects.requireNonNull(
                                generated.getGeneratedFiles().getGeneratedFile(Kind.RESOURCE, MigrationIndex.LOCATION))
                        .getInputStream()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(index).isEqualTo("dev.reflux.spring.example=" + CreateGuests.class.getName() + "\n");
    }
}
