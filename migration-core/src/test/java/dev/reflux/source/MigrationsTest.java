package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.Irreversible;
import dev.reflux.Migration;
import dev.reflux.Revision;
import dev.reflux.revision.InvalidGraphException;
import dev.reflux.revision.RevisionId;
import dev.reflux.source.example.First;
import dev.reflux.source.example.deep.Second;
import java.nio.file.Path;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class MigrationsTest {

    @TempDir
    Path directory;

    private static List<String> ids(LoadedMigrations loaded) {
        return loaded.graph().ids().stream().map(RevisionId::value).toList();
    }

    @Revision(id = "c3", revises = "a1")
    private record WithParameter(String table) implements Irreversible {

        @Override
        public Publisher<? extends Query> upgrade(DSLContext db) {
            return Flux.just(db.dropTable(table));
        }
    }

    @Revision(id = "not-an-id")
    private static final class BadId implements Irreversible {

        @Override
        public Publisher<? extends Query> upgrade(DSLContext db) {
            return Flux.empty();
        }
    }

    @Test
    void instances_areUsedAsTheyAre() {
        Migration instance = new WithParameter("t");

        LoadedMigrations loaded = Migrations.of(new First(), instance).load();

        assertThat(ids(loaded)).containsExactly("a1", "c3");
        assertThat(loaded.revision(RevisionId.of("c3"))
                        .code()
                        .<Object>match(sql -> sql, java -> java.instance().get()))
                .isSameAs(instance);
    }

    @Test
    void classes_areCreatedLater() {
        LoadedMigrations loaded =
                Migrations.ofClasses(List.of(First.class, Second.class)).load();

        assertThat(ids(loaded)).containsExactly("a1", "b2");
        assertThat(loaded.revision(RevisionId.of("a1"))
                        .code()
                        .<Object>match(sql -> sql, java -> java.instance().get()))
                .isInstanceOf(First.class);
    }

    @Test
    void classes_withoutAnnotationOrUnfit_areNamed() {
        Irreversible anonymous = db -> Flux.empty();

        assertThat(new SourceTree(directory).problems(Migrations.of(anonymous)))
                .singleElement()
                .asString()
                .startsWith("The class \"dev.reflux.source.MigrationsTest$$Lambda")
                .endsWith("does not say which revision it is. Annotate it: @Revision(id = \"…\")");
        assertThat(new SourceTree(directory)
                        .problems(Migrations.of(new BadId())
                                .and(Migrations.ofClasses(List.of(Migration.class, WithParameter.class)))))
                .containsExactly(
                        "dev.reflux.source.MigrationsTest$BadId: \"not-an-id\" is no revision id."
                                + " Use letters, digits, \"_\" and \".\"; 12 hexadecimal digits are the custom.",
                        "The class \"dev.reflux.Migration\" does not say which revision it is."
                                + " Annotate it: @Revision(id = \"…\")",
                        "Revision \"c3\" in dev.reflux.source.MigrationsTest$WithParameter: the class"
                                + " \"dev.reflux.source.MigrationsTest$WithParameter\" is not public. Declare it public.");
    }

    @Test
    void places_combined_makeOneGraph() {
        SourceTree tree = new SourceTree(directory).with("c3.sql", "-- revision: c3\n-- revises: b2\n-- upgrade\n");
        Migrations both = tree.migrations().and(Migrations.inPackage("dev.reflux.source.example"));

        assertThat(ids(both.load())).containsExactly("a1", "b2", "c3");
        assertThat(ids(both.and(Migrations.ofClasses(List.of(First.class))).load()))
                .containsExactly("a1", "b2", "c3");
    }

    @Test
    void places_combined_reportEverythingTogether() {
        SourceTree tree = new SourceTree(directory).with("x.sql", "SELECT 1;");
        Migrations foreign = () -> {
            throw new InvalidGraphException(List.of("one", "two"));
        };

        assertThat(tree.problems(tree.migrations().and(foreign).and(tree.migrations())))
                .hasSize(3)
                .endsWith("one", "two");
    }

    @Test
    void placesOfAnotherKind_combine() {
        Migrations foreign = () -> Migrations.of(new First()).load();

        assertThat(ids(foreign.and(Migrations.ofClasses(List.of(Second.class))).load()))
                .containsExactly("a1", "b2");
    }
}
