package dev.reflux.source;

import static org.junit.jupiter.api.Assertions.fail;

import dev.reflux.revision.RevisionId;
import java.util.List;

/** Sources of migrations, and what becomes of them. */
final class JavaExample {

    private JavaExample() {}

    /** A migration that runs one query. */
    static String source(String annotation, String className) {
        return source(annotation, className, "");
    }

    /** The same with further members. */
    static String source(String annotation, String className, String members) {
        return """
                import dev.reflux.Migration;
                import dev.reflux.Revision;
                import org.jooq.DSLContext;
                import org.jooq.Query;
                import org.reactivestreams.Publisher;
                import reactor.core.publisher.Flux;

                @Revision(%s)
                public final class %s implements Migration {
                    %s
                    @Override
                    public Publisher<? extends Query> upgrade(DSLContext db) {
                        return Flux.just(dev.reflux.Sql.of("SELECT 1"));
                    }

                    @Override
                    public Publisher<? extends Query> downgrade(DSLContext db) {
                        return Flux.empty();
                    }
                }
                """.formatted(annotation, className, members);
    }

    /** Loads where everything is in the cache; fails where the compiler is asked for. */
    static LoadedMigrations loadFromCache(SourceTree tree, JavaCompilation compilation) {
        SourceCompiler none = new SourceCompiler(() -> fail("the compiler was asked for"));
        return new DirectoryMigrations(List.of(tree.directory()), new JavaSources(compilation, none)).load();
    }

    /** The code of a revision in Java. */
    static MigrationCode.JavaCode code(LoadedMigrations loaded, String id) {
        return loaded.revision(RevisionId.of(id)).code().match(sql -> fail("SQL"), java -> java);
    }
}
