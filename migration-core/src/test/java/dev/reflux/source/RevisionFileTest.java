package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionFileTest {

    private static final RevisionNode NODE = node("3f2a9c1b7d04", "add phone to customers", "1b0e5d8c6a21");

    private static final RevisionDraft FULL = new RevisionDraft(
            new RevisionNode(
                    RevisionId.of("c3"),
                    List.of(RevisionId.of("a1"), RevisionId.of("b2")),
                    List.of("core"),
                    List.of("billing", "x"),
                    "say \"hi\"\n",
                    "2026-11-21T10:30:00Z",
                    ""),
            TransactionMode.NON_TRANSACTIONAL,
            List.of("VACUUM t", "CREATE FUNCTION f() RETURNS text\n    RETURN 'a\\\"b'  \n;"),
            java.util.Optional.empty());

    private static RevisionNode node(String id, String message, String... parents) {
        return new RevisionNode(
                RevisionId.of(id),
                Stream.of(parents).map(RevisionId::of).toList(),
                List.of(),
                List.of(),
                message,
                "2026-11-21T10:30:00Z",
                "");
    }

    @Test
    void sql_empty_isReadyToFillIn() {
        assertThat(RevisionFile.sql(RevisionDraft.empty(NODE)))
                .isEqualTo(new RevisionFile("3f2a9c1b7d04_add_phone_to_customers.sql", """
                                -- revision: 3f2a9c1b7d04
                                -- revises: 1b0e5d8c6a21
                                -- message: add phone to customers
                                -- created: 2026-11-21T10:30:00Z

                                -- upgrade

                                -- downgrade
                                """));
    }

    @Test
    void sql_withEverything_saysEverything() {
        assertThat(RevisionFile.sql(FULL)).isEqualTo(new RevisionFile("c3_say_hi.sql", """
                                -- revision: c3
                                -- revises: a1, b2
                                -- depends-on: core
                                -- labels: billing, x
                                -- message: "say \\"hi\\"\\n"
                                -- created: 2026-11-21T10:30:00Z
                                -- transactional: false

                                -- upgrade
                                VACUUM t;

                                CREATE FUNCTION f() RETURNS text
                                    RETURN 'a\\"b' \s
                                ;
                                """));
    }

    @Test
    void java_empty_isReadyToFillIn() {
        assertThat(RevisionFile.java(RevisionDraft.empty(NODE)))
                .isEqualTo(new RevisionFile("R3f2a9c1b7d04_add_phone_to_customers.java", """
                                import dev.reflux.Migration;
                                import dev.reflux.Revision;
                                import org.jooq.DSLContext;
                                import org.jooq.Query;
                                import org.reactivestreams.Publisher;
                                import reactor.core.publisher.Flux;

                                @Revision(
                                        id = "3f2a9c1b7d04",
                                        revises = "1b0e5d8c6a21",
                                        message = "add phone to customers",
                                        created = "2026-11-21T10:30:00Z")
                                public final class R3f2a9c1b7d04_add_phone_to_customers implements Migration {

                                    @Override
                                    public Publisher<? extends Query> upgrade(DSLContext db) {
                                        return Flux.empty();
                                    }

                                    @Override
                                    public Publisher<? extends Query> downgrade(DSLContext db) {
                                        return Flux.empty();
                                    }
                                }
                                """));
    }

    @Test
    void java_withEverything_saysEverything() {
        assertThat(RevisionFile.java(FULL, "com.example.migrations"))
                .isEqualTo(new RevisionFile("Rc3_say_hi.java", """
                                package com.example.migrations;

                                import dev.reflux.Irreversible;
                                import dev.reflux.Revision;
                                import dev.reflux.Sql;
                                import org.jooq.DSLContext;
                                import org.jooq.Query;
                                import org.reactivestreams.Publisher;
                                import reactor.core.publisher.Flux;

                                @Revision(
                                        id = "c3",
                                        revises = {"a1", "b2"},
                                        dependsOn = "core",
                                        labels = {"billing", "x"},
                                        message = "say \\"hi\\"\\n",
                                        created = "2026-11-21T10:30:00Z",
                                        transactional = false)
                                public final class Rc3_say_hi implements Irreversible {

                                    @Override
                                    public Publisher<? extends Query> upgrade(DSLContext db) {
                                        return Flux.just(
                                                Sql.of(""\"
                                                        VACUUM t""\"),
                                                Sql.of(""\"
                                                        CREATE FUNCTION f() RETURNS text
                                                            RETURN 'a\\\\"b' \\s
                                                        ;""\"));
                                    }
                                }
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Add Phone, to customers! | a1_add_phone_to_customers",
                "Höhe ändern; naïve Äpfel | a1_hohe_andern_naive_apfel",
                "移行 | a1",
                "../../etc/passwd | a1_etc_passwd",
                "'' | a1",
                "one two three four five six seven eight nine ten | a1_one_two_three_four_five_six_seven_eight",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | a1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void fileName_isMadeOfAsciiWords(String message, String expected) {
        assertThat(RevisionFile.sql(RevisionDraft.empty(node("a1", message))).name())
                .isEqualTo(expected + ".sql");
    }

    @ParameterizedTest
    @CsvSource({"1.2, R1_2.java, 1.2.sql", "..x, R___x.java, _..x.sql", "é², Ré_.java, é².sql"})
    void fileName_ofAnUnusualId_isStillOne(String id, String java, String sql) {
        RevisionDraft draft = RevisionDraft.empty(node(id, ""));

        assertThat(RevisionFile.java(draft).name()).isEqualTo(java);
        assertThat(RevisionFile.sql(draft).name()).isEqualTo(sql);
    }

    @Test
    void sqlStatements_thatLookLikeMarkers_areIndented() {
        String statement = "-- downgrade\nSELECT '\n-- downgrade\n' -- at the end";

        assertThat(RevisionFile.sql(RevisionDraft.empty(node("a1", "")).withStatements(List.of(statement), List.of()))
                        .text())
                .endsWith("""
                        -- upgrade
                         -- downgrade
                        SELECT '
                        -- downgrade
                        '; -- at the end

                        -- downgrade
                        """);
    }

    @Test
    void lists_thatWouldNotReadBack_areRefused() {
        RevisionNode node = new RevisionNode(RevisionId.of("a1"), List.of(), List.of(), List.of("x, y"), "", "", "");

        assertThatThrownBy(() -> RevisionDraft.empty(node))
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "\"x, y\" cannot be a label or a dependency: it is empty, or has a space or a comma in it.");
    }

    @Test
    void java_tooLargeForAClass_isRefused() {
        RevisionDraft draft = RevisionDraft.empty(NODE);

        assertThatThrownBy(
                        () -> RevisionFile.java(draft.withStatements(Collections.nCopies(5001, "SELECT 1"), List.of())))
                .hasMessage("Revision \"3f2a9c1b7d04\" has 5001 statements, and a Java method holds 5000."
                        + " Write the revision as SQL, or split it.");
        assertThatThrownBy(() ->
                        RevisionFile.java(draft.withStatements(List.of("SELECT 1\n" + "é".repeat(33_000)), List.of())))
                .hasMessage("A text of 66009 bytes is too long for a Java class, which holds 65535 in one piece."
                        + " Write the revision as SQL. The text begins: SELECT 1");
    }
}
