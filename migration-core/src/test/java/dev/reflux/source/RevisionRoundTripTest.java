package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.Migration;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.sql.Script;
import dev.reflux.sql.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** What is written to a file, and read back by the compiler or the lexer, is the same. */
class RevisionRoundTripTest {

    /** Each of them is a trap in one of the two languages. */
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            "\"\"\"",
            "'",
            "\\",
            "\\\\",
            "\\u000a",
            "\\n",
            "\\s",
            "*/",
            "/*",
            "//",
            "--",
            "\n",
            "\n\n",
            "\r",
            "\r\n",
            "\t",
            " ",
            "  ",
            "\n ",
            " \n",
            "\t\n",
            "\n\t",
            "\f",
            "\u000b",
            "\0",
            "\u0001",
            "\u001c",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\u2029",
            "\u3000",
            "\u3000\n",
            "\n\u3000",
            "\u2007",
            "\ufeff",
            "\u202e",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "\ud83d\udc68\u200d\ud83d\udcbb",
            "é",
            "e\u0301",
            "移行",
            "a",
            "upgrade",
            "-- upgrade\n",
            "\n-- downgrade\n",
            "-- revision: x\n",
            ":",
            ",",
            "$",
            "{",
            "}",
            "%s",
            "@",
            "\ud835\udd38",
            "0",
            "7",
            "\\0",
            "\1" + "7",
            "n",
            "u",
            "s");

    @TempDir
    Path directory;

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    /** Without what PostgreSQL cannot store. */
    private static String storable(String text) {
        return text.replace("\0", "").replaceAll("[\ud800-\udfff]", "");
    }

    private static String statement(Random random) {
        String text = storable(text(random));
        return random.nextBoolean()
                ? "SELECT $q$" + text.replace("$", "") + "$q$"
                : text(random).replaceAll("[^\\s\\p{L}]", "") + " SELECT '" + text.replace("'", "''") + "'";
    }

    private static List<String> statements(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> statement(random))
                .toList();
    }

    private static RevisionDraft draft(int number, Random random) {
        List<RevisionId> parents = IntStream.range(0, number)
                .filter(i -> random.nextInt(number) < 2)
                .mapToObj(i -> RevisionId.of("r" + i))
                .toList();
        RevisionNode node = new RevisionNode(
                RevisionId.of("r" + number),
                parents,
                random.nextBoolean() ? List.of() : List.of("r0", "r1"),
                random.nextBoolean() ? List.of() : List.of("l/" + number, "Größe." + number),
                storable(text(random)),
                random.nextBoolean() ? "" : text(random),
                "");
        TransactionMode mode = random.nextBoolean() ? TransactionMode.TRANSACTIONAL : TransactionMode.NON_TRANSACTIONAL;
        Optional<List<String>> downgrade = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(statements(random));
        return new RevisionDraft(node, mode, statements(random), downgrade);
    }

    private static List<RevisionDraft> drafts(long seed) {
        Random random = new Random(seed);
        List<RevisionDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            RevisionDraft draft = draft(i, random);
            drafts.add(i < 2 ? RevisionDraft.empty(RevisionNode.of("r" + i)) : draft);
        }
        return drafts;
    }

    private LoadedMigrations writeAndLoad(List<RevisionDraft> drafts, Function<RevisionDraft, RevisionFile> format) {
        Path revisions = directory.resolve("revisions");
        drafts.forEach(draft -> RevisionWriter.write(revisions, format.apply(draft)));
        JavaCompilation compilation = JavaCompilation.standard().withCacheDirectory(directory.resolve("cache"));
        return Migrations.inDirectories(List.of(revisions), compilation).load();
    }

    private static RevisionNode withoutOrigin(RevisionNode node) {
        return new RevisionNode(
                node.id(), node.revises(), node.dependsOn(), node.labels(), node.message(), node.created(), "");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sql_readsBack(long seed) {
        List<RevisionDraft> drafts = drafts(seed);

        LoadedMigrations loaded = writeAndLoad(drafts, RevisionFile::sql);

        for (RevisionDraft draft : drafts) {
            LoadedRevision revision = loaded.revision(draft.node().id());
            assertThat(withoutOrigin(revision.node())).isEqualTo(withoutOrigin(draft.node()));
            assertThat(revision.mode()).isEqualTo(draft.mode());
            MigrationCode.SqlCode code = revision.code()
                    .match(sql -> sql, java -> new MigrationCode.SqlCode(Script.EMPTY, Optional.empty()));
            assertThat(texts(code.upgrade())).isEqualTo(trimmed(draft.upgrade()));
            assertThat(code.downgrade().map(RevisionRoundTripTest::texts))
                    .isEqualTo(draft.downgrade().map(RevisionRoundTripTest::trimmed));
        }
    }

    private static List<String> texts(Script script) {
        return script.statements().stream().map(Statement::text).toList();
    }

    /** The lexer alone decides where a statement begins and ends. */
    private static List<String> trimmed(List<String> statements) {
        return statements.stream()
                .flatMap(statement -> texts(Script.parse(statement)).stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void java_readsBack(long seed) {
        List<RevisionDraft> drafts = drafts(seed);

        LoadedMigrations loaded = writeAndLoad(drafts, RevisionFile::java);

        for (RevisionDraft draft : drafts) {
            LoadedRevision revision = loaded.revision(draft.node().id());
            assertThat(withoutOrigin(revision.node())).isEqualTo(withoutOrigin(draft.node()));
            assertThat(revision.mode()).isEqualTo(draft.mode());
            assertThat(revision.code().reversible()).isEqualTo(draft.downgrade().isPresent());
            Migration migration = (Migration) revision.code()
                    .<Object>match(sql -> sql, java -> java.instance().get());
            assertThat(rendered(Flux.from(migration.upgrade(DSL.using(SQLDialect.POSTGRES)))))
                    .isEqualTo(draft.upgrade());
            draft.downgrade()
                    .ifPresent(statements -> assertThat(
                                    rendered(Flux.from(migration.downgrade(DSL.using(SQLDialect.POSTGRES)))))
                            .isEqualTo(statements));
        }
    }

    @Test
    void java_veryLongTextWithOddSpaces_compiles() {
        String text = "SELECT '" + "\u3000\n".repeat(10_000) + "'";
        RevisionDraft draft = RevisionDraft.empty(RevisionNode.of("a1")).withStatements(List.of(text), List.of());

        LoadedRevision revision =
                writeAndLoad(List.of(draft), RevisionFile::java).revision(RevisionId.of("a1"));

        Migration migration = (Migration) revision.code()
                .<Object>match(sql -> sql, java -> java.instance().get());
        assertThat(rendered(Flux.from(migration.upgrade(DSL.using(SQLDialect.POSTGRES)))))
                .containsExactly(text);
    }

    private static List<String> rendered(Flux<? extends Query> queries) {
        return queries.map(query -> DSL.using(SQLDialect.POSTGRES).renderInlined(query))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void java_compilesWithoutAWarning() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaSource> sources = drafts(7).stream()
                .map(RevisionFile::java)
                .map(file -> new JavaSource(directory.resolve(file.name()), file.text()))
                .toList();
        List<String> options = List.of("-Xlint:all", "-proc:none", "-d", directory.toString());

        boolean done = compiler.getTask(null, null, diagnostics, options, null, MemoryFiles.inputs(sources))
                .call();

        assertThat(done).isTrue();
        assertThat(diagnostics.getDiagnostics())
                .filteredOn(diagnostic -> diagnostic.getSource() instanceof MemoryFiles.Input)
                .isEmpty();
    }
}
