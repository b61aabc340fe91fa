package dev.reflux.plan;

import static dev.reflux.revision.Graphs.graph;
import static dev.reflux.revision.Graphs.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.revision.RevisionGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples with dependencies and with several bases that Alembic's own tests assert. */
class AlembicDependencyExamplesTest {

    private static final RevisionGraph ONE = graph("""
            a1 -> b1 -> c1 -> d1 -> e1 -> f1
            a2 -> b2 -> c2
            c2 needs c1lib
            a1 is lib1
            c1 is c1lib
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {a2}     | upgrade c2        | +a1 +b1 +c1 +b2 +c2 -> {c2}
            {c2, d1} | downgrade c1      | -d1 -> {c2}
            {c2, d1} | downgrade lib1@-1 | -d1 -> {c2}
            {c2}     | downgrade lib1@-1 | -c2 -c1 -> {b1, b2}
            {c2}     | upgrade d1        | +d1 -> {c2, d1}
            {c2}     | upgrade lib1@+1   | +d1 -> {c2, d1}
            {c2}     | stamp lib1@base   | -a1 -b1 -c1 -c2 -> {b2}
            # Alembic forgets a2 and b2:
            {c2, e1} | stamp b1          | -c1 -c2 -d1 -e1 -> {b1, b2}
            # Alembic forgets a1, b1 and c1:
            {c2}     | stamp a2@base     | -a2 -b2 -c2 -> {c1}
            """)
    void dependency_command_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(ONE, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    private static final RevisionGraph TWO = graph("""
            a1, a2, a3 -> amerge
            b1, b2 -> bmerge
            c1, c2, c3 -> cmerge
            d1
            d1 needs a3, b2, c1
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {amerge, bmerge, cmerge, d1} | downgrade b2      | -bmerge -> {amerge, b1, cmerge, d1}
            {amerge, b1, cmerge, d1}     | downgrade d1@base | -d1 -> {amerge, b1, b2, cmerge}
            {amerge, b1, b2, cmerge}     | downgrade base    | -cmerge -c3 -c2 -c1 -b2 -b1 -amerge -a3 -a2 -a1 -> {}
            """)
    void dependenciesOnThreeBranches_downgrade_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(TWO, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    private static final RevisionGraph CRISS_CROSS = graph("""
            a1 -> a2 -> a3
            b1 -> b2 -> b3
            a3 needs b1
            b2 needs a2
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {a3, b2} | downgrade b1  | -b2 -> {a3}
            {a3, b2} | downgrade a2  | -a3 -> {b2}
            {a3, b2} | downgrade a1  | -b2 -a3 -a2 -> {a1, b1}
            {}       | upgrade heads | +a1 +a2 +b1 +a3 +b2 +b3 -> {a3, b3}
            """)
    void crissCross_command_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(CRISS_CROSS, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    private static final RevisionGraph REDUNDANT = graph("""
            a1 -> a2 -> a3
            b1 -> b2 -> b3 -> b4
            a2 needs a1
            b2 needs a3
            b4 needs a3
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}   | upgrade a2   | +a1 +a2 -> {a2}
            {a2} | downgrade a1 | -a2 -> {a1}
            {b4} | downgrade b3 | -b4 -> {b3}
            """)
    void redundantDependency_command_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(REDUNDANT, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    private static final RevisionGraph MERGE_WITH_DEPENDENCY = graph("""
            a1, b1 -> bmerge
            b1 needs a1
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {a1}     | upgrade b1     | +b1 -> {b1}
            {b1}     | upgrade bmerge | +bmerge -> {bmerge}
            {bmerge} | downgrade a1   | -bmerge -> {b1}
            {bmerge} | downgrade b1   | -bmerge -> {b1}
            """)
    void mergeOfDependentSides_command_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(MERGE_WITH_DEPENDENCY, ids(heads)).outcome(command))
                .isEqualTo(outcome);
    }

    private static final RevisionGraph ACROSS = graph("""
            a -> b -> c1 -> d1
            b -> c2 -> d2
            d2 needs c1
            c1 is c1branch
            c2 is c2branch
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {d1, d2} | downgrade c1branch@b | -d2 -d1 -c1 -> {c2}
            {d1, d2} | downgrade c2branch@b | -d2 -c2 -> {d1}
            """)
    void dependencyAcrossBranches_downgrade_takesDependentsDown(String heads, String command, String outcome) {
        assertThat(Scenario.at(ACROSS, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    private static final RevisionGraph FOREST = graph("""
            a1 -> b1
            a2 -> b2
            a1 is left
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}       | upgrade heads       | +a1 +b1 +a2 +b2 -> {b1, b2}
            {}       | upgrade +1          | AmbiguousWalk
            {}       | upgrade left@+1     | +a1 -> {a1}
            {}       | stamp heads         | +a1 +b1 +a2 +b2 -> {b1, b2}
            {b1, b2} | stamp heads         | nothing -> {b1, b2}
            {b1, b2} | downgrade base      | -b2 -a2 -b1 -a1 -> {}
            {b1, b2} | downgrade left@base | -b1 -a1 -> {b2}
            {b1, b2} | stamp left@base     | -a1 -b1 -> {b2}
            """)
    void forest_command_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(FOREST, ids(heads)).outcome(command)).isEqualTo(outcome);
    }
}
