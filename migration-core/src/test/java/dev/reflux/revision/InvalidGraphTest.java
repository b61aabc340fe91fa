package dev.reflux.revision;

import static dev.reflux.revision.Graphs.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reflux.MigrationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a set of revisions is said at once, each problem with its files. */
class InvalidGraphTest {

    @Test
    void idDeclaredTwice_isReportedWithBothFiles() {
        assertThat(problems(file("a", "one.sql"), file("a", "two.sql")))
                .containsExactly(
                        "Revision \"a\" is declared twice, in one.sql and in two.sql. Give one of them another id.");
    }

    @Test
    void idDeclaredThreeTimes_isReportedWithEachFile() {
        assertThat(problems(file("a", "three.sql"), file("a", "one.sql"), file("a", "two.sql")))
                .containsExactly(
                        "Revision \"a\" is declared twice, in one.sql and in three.sql. Give one of them another id.",
                        "Revision \"a\" is declared twice, in one.sql and in two.sql. Give one of them another id.");
    }

    @Test
    void unknownParent_isReportedWithFileAndNearMiss() {
        assertThat(problems(nodes("""
                        ae1027 -> b
                        """), without("ae1072", nodes("ae1072 -> c"))))
                .containsExactly(
                        "Revision \"c\" in c.sql revises \"ae1072\", which does not exist. Did you mean \"ae1027\"?");
    }

    @Test
    void unknownDependency_isReportedWithItsFile() {
        assertThat(problems(nodes("""
                        a -> b
                        b needs billing
                        """)))
                .containsExactly("Revision \"b\" in b.sql depends on \"billing\", which does not exist."
                        + " Add its file, or correct the reference.");
    }

    @Test
    void unknownDependency_isReportedWithTheNearestLabel() {
        assertThat(problems(nodes("""
                        a -> b
                        a is billing
                        b needs biling
                        """)))
                .containsExactly("Revision \"b\" in b.sql depends on \"biling\", which does not exist."
                        + " Did you mean \"billing\"?");
    }

    @Test
    void selfLoop_isReported() {
        assertThat(problems(nodes("a -> a")))
                .containsExactly("Revision \"a\" in a.sql requires itself. Correct what it revises or depends on.");
    }

    @Test
    void dependencyOnItself_isReported() {
        assertThat(problems(nodes("""
                        a -> b
                        b needs b
                        """)))
                .containsExactly("Revision \"b\" in b.sql requires itself. Correct what it revises or depends on.");
    }

    @Test
    void cycle_isReportedWithItsPath() {
        assertThat(problems(nodes("""
                        a -> b -> c -> d -> b
                        d -> e
                        """)))
                .containsExactly("Revisions require each other in a cycle: b requires d, d requires c and c requires b."
                        + " Correct one of b.sql, d.sql and c.sql.");
    }

    @Test
    void cycleThroughADependency_isReportedWithItsPath() {
        assertThat(problems(nodes("""
                        a1 -> b1
                        a2 -> b2
                        a1 needs second
                        a2 needs b1
                        b2 is second
                        """)))
                .containsExactly(
                        "Revisions require each other in a cycle: a1 requires b2, b2 requires a2, a2 requires b1"
                                + " and b1 requires a1. Correct one of a1.sql, b2.sql, a2.sql and b1.sql.");
    }

    @Test
    void severalCycles_areEachReported() {
        assertThat(problems(nodes("""
                        a -> b -> a
                        c -> d -> c
                        b -> c
                        """)))
                .containsExactly(
                        "Revisions require each other in a cycle: a requires b and b requires a. Correct one of a.sql and b.sql.",
                        "Revisions require each other in a cycle: c requires d and d requires c. Correct one of c.sql and d.sql.");
    }

    @Test
    void labelUsedTwice_isReported() {
        assertThat(problems(nodes("""
                        a -> b
                        a is billing
                        b is billing
                        """)))
                .containsExactly(
                        "Label \"billing\" is used twice, by a in a.sql and by b in b.sql. Rename one of them.");
    }

    @Test
    void labelThatIsAnId_isReported() {
        assertThat(problems(nodes("""
                        a -> b
                        b is a
                        """)))
                .containsExactly("Label \"a\" of b in b.sql is the id of a revision. Rename the label.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "heads", "base", "current", "feature-12", "x+3", "a@b", "a:b", "a b", ""})
    void labelThatATargetCannotName_isReported(String label) {
        RevisionNode node = new RevisionNode(RevisionId.of("a"), List.of(), List.of(), List.of(label), "", "", "a.sql");

        assertThat(problems(node))
                .containsExactly("Label \"" + label + "\" of a in a.sql cannot be used. A label has letters, digits,"
                        + " \"_\", \".\", \"/\" and \"-\", does not end like \"-2\", and is not \"base\", \"current\","
                        + " \"head\" or \"heads\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing", "release/2026.q1", "feature-x", "2026-01x", "Straße", "注文"})
    void labelThatATargetCanName_isTaken(String label) {
        RevisionNode node = new RevisionNode(RevisionId.of("a"), List.of(), List.of(), List.of(label), "", "", "a.sql");

        RevisionGraph graph = RevisionGraph.of(List.of(node));

        assertThat(new Resolver(graph, List.of()).revision(label)).isEqualTo(node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a@b", "a-1", "a+1", "a:b", "head", "heads", "base", "current"})
    void idThatATargetCannotName_isRefused(String id) {
        assertThatThrownBy(() -> RevisionId.of(id))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("\"" + id + "\" is no revision id");
    }

    @Test
    void allProblems_areReportedAtOnce() {
        List<RevisionNode> revisions = new ArrayList<>(nodes("""
                a -> b
                c -> d -> c
                a is billing
                b is billing
                b needs nosuch
                """));
        revisions.add(file("a", "again.sql"));

        assertThat(failure(revisions)).hasMessage("""
                There are 4 problems with the revisions:
                  - Revision "a" is declared twice, in a.sql and in again.sql. Give one of them another id.
                  - Label "billing" is used twice, by a in a.sql and by b in b.sql. Rename one of them.
                  - Revision "b" in b.sql depends on "nosuch", which does not exist. Add its file, or correct the reference.
                  - Revisions require each other in a cycle: c requires d and d requires c. Correct one of c.sql and d.sql.""");
    }

    @Test
    void problems_doNotDependOnTheOrderOfTheInput() {
        List<RevisionNode> revisions = new ArrayList<>(nodes("""
                a -> b -> a
                c -> d -> c
                d needs nosuch
                a is x
                c is x
                """));
        List<String> problems = failure(revisions).problems();

        Collections.reverse(revisions);

        assertThat(failure(revisions).problems()).isEqualTo(problems);
    }

    private static RevisionNode file(String id, String origin) {
        return new RevisionNode(RevisionId.of(id), List.of(), List.of(), List.of(), "", "", origin);
    }

    private static List<RevisionNode> without(String id, List<RevisionNode> nodes) {
        return nodes.stream()
                .filter(node -> !node.id().equals(RevisionId.of(id)))
                .toList();
    }

    private static List<String> problems(RevisionNode... nodes) {
        return failure(List.of(nodes)).problems();
    }

    private static List<String> problems(List<RevisionNode> nodes) {
        return failure(nodes).problems();
    }

    private static List<String> problems(List<RevisionNode> some, List<RevisionNode> more) {
        List<RevisionNode> all = new ArrayList<>(some);
        all.addAll(more);
        return failure(all).problems();
    }

    private static InvalidGraphException failure(List<RevisionNode> nodes) {
        return catchThrowableOfType(InvalidGraphException.class, () -> RevisionGraph.of(nodes));
    }
}
