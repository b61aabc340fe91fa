package dev.reflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.Irreversible;
import dev.reflux.Migration;
import dev.reflux.Revision;
import dev.reflux.Sql;
import dev.reflux.source.Migrations;
import dev.reflux.spring.example.PlainApplication;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;

/** Where an application's revisions come from. */
@PostgresTest
class SourcesTest {

    private final TestDatabase database;

    @TempDir
    Path directory = Path.of("");

    SourcesTest(TestDatabase shared) {
        database = shared.fresh();
    }

    @Revision(id = "d4", revises = "b2", message = "greet")
    record Greet(String greeting) implements Migration, Irreversible {
        @Override
        public Publisher<? extends Query> upgrade(DSLContext db) {
            return Flux.just(Sql.of("INSERT INTO guests (name) VALUES ('" + greeting + "')"));
        }
    }

    /** A migration with something injected, and a collection. */
    @Import(PlainApplication.class)
    static class WithBeans {

        @Bean
        Greet greet() {
            return new Greet("hello");
        }

        @Bean
        Migrations more() {
            return Migrations.of(new After());
        }
    }

    @Revision(id = "e5", revises = "d4")
    record After() implements Migration, Irreversible {
        @Override
        public Publisher<? extends Query> upgrade(DSLContext db) {
            return Flux.empty();
        }
    }

    @Test
    void beans_arePartOfTheGraph() {
        Example.start(WithBeans.class, database).close();

        assertThat(Example.applied(database)).containsExactly("a1", "b2", "d4", "e5");
        assertThat(database.query("SELECT name FROM guests")).isEqualTo(List.of(List.of("hello")));
    }

    @Test
    void directory_isALocation() throws IOException {
        Files.writeString(directory.resolve("f6.sql"), "-- revision: f6\n-- revises: b2\n\n-- upgrade\nSELECT 1;\n");

        Example.start(
                        PlainApplication.class,
                        database,
                        "--reflux.locations=classpath:db/migrations/*.sql,file:" + directory)
                .close();

        assertThat(Example.applied(database)).containsExactly("a1", "b2", "f6");
    }
}
