package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.plan.Direction;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.sql.Script;
import dev.reflux.sql.Statement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlRevisionReaderTest {

    @TempDir
    Path directory;

    private SourceTree tree() {
        return new SourceTree(directory);
    }

    private LoadedRevision revision(String text) {
        LoadedMigrations loaded = tree().with("x.sql", text).load();
        return loaded.revisions().values().iterator().next();
    }

    private static MigrationCode.SqlCode code(LoadedRevision revision) {
        return revision.code().match(sql -> sql, java -> new MigrationCode.SqlCode(Script.EMPTY, Optional.empty()));
    }

    private static List<String> upgrade(LoadedRevision revision) {
        return texts(code(revision).script(Direction.UPGRADE));
    }

    private static List<String> downgrade(LoadedRevision revision) {
        return texts(code(revision).script(Direction.DOWNGRADE));
    }

    private static List<String> texts(Script script) {
        return script.statements().stream().map(Statement::text).toList();
    }

    private static RevisionNode node(LoadedRevision revision) {
        RevisionNode node = revision.node();
        return new RevisionNode(
                node.id(), node.revises(), node.dependsOn(), node.labels(), node.message(), node.created(), "");
    }

    @Test
    void file_complete_isRead() {
        String text = """
                -- revision: 3f2a9c1b7d04
                -- revises: 1b0e5d8c6a21
                -- message: add phone to customers
                -- created: 2026-11-21T10:30:00Z

                -- upgrade
                ALTER TABLE customers ADD COLUMN phone varchar(32);
                CREATE INDEX customers_phone_idx ON customers (phone);

                -- downgrade
                ALTER TABLE customers DROP COLUMN phone;
                """;
        tree().withRevision("1b0e5d8c6a21").with("x.sql", text);

        LoadedRevision revision = tree().load().revision(RevisionId.of("3f2a9c1b7d04"));

        assertThat(revision.node())
                .isEqualTo(new RevisionNode(
                        RevisionId.of("3f2a9c1b7d04"),
                        List.of(RevisionId.of("1b0e5d8c6a21")),
                        List.of(),
                        List.of(),
                        "add phone to customers",
                        "2026-11-21T10:30:00Z",
                        directory.resolve("x.sql").toString()));
        assertThat(upgrade(revision))
                .containsExactly(
                        "ALTER TABLE customers ADD COLUMN phone varchar(32)",
                        "CREATE INDEX customers_phone_idx ON customers (phone)");
        assertThat(downgrade(revision)).containsExactly("ALTER TABLE customers DROP COLUMN phone");
        assertThat(revision.mode()).isEqualTo(TransactionMode.TRANSACTIONAL);
        assertThat(revision.code().reversible()).isTrue();
        assertThat(revision.checksum()).contains(Checksum.of(text));
    }

    @Test
    void statements_haveThePositionsOfTheFile() {
        LoadedRevision revision = revision("-- revision: a1\n-- upgrade\n\n  SELECT 1;\n-- downgrade\nSELECT 2");

        Statement up = code(revision).upgrade().statements().get(0);
        Statement down = code(revision).downgrade().orElseThrow().statements().get(0);
        assertThat(List.of(up.line(), up.column(), down.line(), down.column())).containsExactly(4, 3, 6, 1);
    }

    @Test
    void header_everyKey_isRead() {
        LoadedRevision revision = revision("""
                /* Copyright: us
                -- revision: not this one
                /* nested */ */
                -- A comment that explains, see https://example.com/x
                -- TRANSACTIONAL: False
                --revision:a1

                  -- Labels: billing, core/x
                --    depends-on:
                -- message:   what: it does
                -- https://example.com
                -- upgrade
                """);

        assertThat(node(revision))
                .isEqualTo(new RevisionNode(
                        RevisionId.of("a1"),
                        List.of(),
                        List.of(),
                        List.of("billing", "core/x"),
                        "what: it does",
                        "",
                        ""));
        assertThat(revision.mode()).isEqualTo(TransactionMode.NON_TRANSACTIONAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1 b2 c3", "a1, b2,c3", " a1 ,\t b2 c3 ,", "a1,,b2,c3"})
    void revises_aList_isSeparatedByCommasOrSpaces(String list) {
        tree().withRevision("a1").withRevision("b2").withRevision("c3");
        tree().with("x.sql", "-- revision: d4\n-- revises: " + list + "\n-- upgrade\n");

        assertThat(tree().load().revision(RevisionId.of("d4")).node().revises())
                .extracting(RevisionId::value)
                .containsExactly("a1", "b2", "c3");
    }

    @Test
    void downgrade_missing_isIrreversible() {
        assertThat(revision("-- revision: a1\n-- upgrade\nSELECT 1;\n").code().reversible())
                .isFalse();
    }

    @Test
    void downgrade_empty_doesNothing() {
        LoadedRevision revision = revision("-- revision: a1\n-- upgrade\nSELECT 1;\n-- downgrade");

        assertThat(revision.code().reversible()).isTrue();
        assertThat(downgrade(revision)).isEmpty();
    }

    @Test
    void markers_insideQuotes_areText() {
        LoadedRevision revision = revision("""
                -- revision: a1
                -- Upgrade
                SELECT '
                -- downgrade
                ', E'\\'
                -- downgrade
                ', U&"
                -- downgrade
                ";
                /* /* */
                -- downgrade
                */
                DO $body$ BEGIN
                -- upgrade
                -- downgrade
                END $body$;
                SELECT 1 -- downgrade
                  -- downgrade
                -- downgrade it is not
                --DOWNGRADE \t
                SELECT $$
                -- downgrade
                $$;
                """);

        assertThat(upgrade(revision)).hasSize(3).last().isEqualTo("SELECT 1");
        assertThat(downgrade(revision)).containsExactly("SELECT $$\n-- downgrade\n$$");
    }

    @Test
    void lineEndsAndByteOrderMark_doNotMatter() {
        String text = "-- revision: a1\n-- message: m\n\n-- upgrade\nSELECT 1;\n-- downgrade\nSELECT 2;\n";

        for (String variant : List.of(text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\uFEFF" + text)) {
            LoadedRevision revision = revision(variant);
            assertThat(revision.node().message()).isEqualTo("m");
            assertThat(upgrade(revision)).containsExactly("SELECT 1");
            assertThat(downgrade(revision)).containsExactly("SELECT 2");
        }
        assertThat(revision(text.replace("\n", "\r\n")).checksum()).contains(Checksum.of(text));
    }

    @Test
    void replacementCharacter_thatIsReallyThere_isFine() {
        assertThat(revision("-- revision: a1\n-- message: \uFFFD\n-- upgrade\n")
                        .node()
                        .message())
                .isEqualTo("\uFFFD");
    }
}
