package dev.reflux.plan;

import static dev.reflux.revision.Graphs.graph;
import static dev.reflux.revision.Graphs.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.revision.RevisionGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples that Alembic's own tests assert. The heads afterwards are Alembic's, save where a remark says otherwise; the
 * order is ours, which the names of files do not change. A stamp shows every row that it writes.
 */
class AlembicExamplesTest {

    private static final RevisionGraph LINE = graph("a -> b -> c -> d -> e");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {c} | upgrade e       | +d +e -> {e}
            {}  | upgrade c       | +a +b +c -> {c}
            {a} | upgrade +2      | +b +c -> {c}
            {a} | upgrade b+2     | +b +c +d -> {d}
            {a} | upgrade d-2     | +b -> {b}
            {a} | upgrade b+8     | WalkedTooFar
            {b} | upgrade +5      | WalkedTooFar
            {b} | upgrade -2      | NotHere
            {b} | downgrade +2    | NotHere
            {e} | downgrade c     | -e -d -> {c}
            {c} | downgrade base  | -c -b -a -> {}
            {d} | downgrade a+2   | -d -> {c}
            {d} | downgrade c-2   | -d -c -b -> {a}
            {b} | downgrade -5    | WalkedTooFar
            {e} | downgrade e     | nothing -> {e}
            {b} | downgrade c     | NotApplied
            {c} | upgrade b       | nothing -> {c}
            {c} | stamp base      | -a -b -c -> {}
            {c} | stamp e         | +d +e -> {e}
            {c} | stamp a         | -b -c -> {a}
            """)
    void line_command_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(LINE, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    private static final RevisionGraph FORK = graph("""
            a -> b -> c1 -> d1
            b -> c2 -> d2
            c1 is c1branch
            c2 is c2branch
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}       | upgrade head            | MultipleHeads
            {b}      | upgrade d1              | +c1 +d1 -> {d1}
            {a}      | upgrade heads           | +b +c1 +d1 +c2 +d2 -> {d1, d2}
            {a}      | upgrade d1 d2           | +b +c1 +d1 +c2 +d2 -> {d1, d2}
            {b}      | upgrade c2branch@head   | +c2 +d2 -> {d2}
            {c1}     | upgrade c2branch@+1     | +c2 -> {c1, c2}
            {c1, c2} | upgrade c2branch@+1     | +d2 -> {c1, d2}
            {b}      | upgrade c2branch@head-1 | +c2 -> {c2}
            {b}      | upgrade +1              | AmbiguousWalk
            {c1, c2} | upgrade +1              | AmbiguousStart
            {}       | upgrade +1              | +a -> {a}
            {}       | upgrade base+1          | +a -> {a}
            """)
    void fork_upgrade_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(FORK, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {d1, d2} | downgrade a               | -d2 -c2 -d1 -c1 -b -> {a}
            {c1, d2} | downgrade c1branch@b      | -c1 -> {d2}
            {c1, d2} | downgrade c2branch@b      | -d2 -c2 -> {c1}
            {d1, d2} | downgrade c1branch@-1     | -d1 -> {c1, d2}
            {d1, d2} | downgrade c2branch@base+2 | -d2 -c2 -> {d1}
            {d1, d2} | downgrade base+2          | -d2 -c2 -d1 -c1 -> {b}
            {d1, d2} | downgrade d2-1            | -d2 -> {c2, d1}
            {c1, d2} | downgrade d2-1            | -d2 -> {c1, c2}
            {c2, d1} | downgrade c2              | nothing -> {c2, d1}
            {c2, d1} | downgrade d1              | nothing -> {c2, d1}
            {d1, d2} | downgrade d1@b            | -d1 -c1 -> {d2}
            {d1, d2} | downgrade c2@b            | -d2 -c2 -> {d1}
            {d1, d2} | downgrade c1branch@head-1 | -d1 -> {c1, d2}
            {a}      | downgrade -1              | -a -> {}
            # Alembic says WalkedTooFar:
            {}       | downgrade -1              | NotApplied
            # Alembic takes the first row that it reads:
            {d1, d2} | downgrade -1              | AmbiguousStart
            """)
    void fork_downgrade_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(FORK, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {c2, d1} | stamp b             | -c1 -c2 -d1 -> {b}
            {c2, d1} | stamp c1branch@base | -c1 -d1 -> {c2}
            {c2, d1} | stamp c2branch@head | +d2 -> {d1, d2}
            {a}      | stamp heads         | +b +c1 +d1 +c2 +d2 -> {d1, d2}
            {d1, d2} | stamp c1 c2         | -d1 -d2 -> {c1, c2}
            {b}      | stamp c1branch@base | -a -b -> {}
            {d2}     | stamp c1branch@base | nothing -> {d2}
            {d1, d2} | purge c1            | -a -b -c1 -c2 -d1 -d2 +a +b +c1 -> {c1}
            # Alembic forgets d2, which it replaces by the first head:
            {c1, d2} | stamp heads         | +d1 -> {d1, d2}
            """)
    void fork_stamp_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(FORK, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    private static final RevisionGraph MERGE = graph("""
            a -> b -> c1 -> d1
            b -> c2 -> d2
            d1, d2 -> e -> f
            c2 is c2branch
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {b}      | upgrade f           | +c1 +d1 +c2 +d2 +e +f -> {f}
            {f}      | downgrade b         | -f -e -d2 -c2 -d1 -c1 -> {b}
            {f}      | downgrade -1        | -f -> {e}
            {e}      | downgrade -1        | AmbiguousWalk
            {e}      | downgrade d1        | -e -> {d1, d2}
            {d1, d2} | downgrade c2branch@-1 | -d2 -> {c2, d1}
            {c2}     | stamp e             | +c1 +d1 +d2 +e -> {e}
            {b}      | stamp e             | +c1 +d1 +c2 +d2 +e -> {e}
            {c2, d1} | stamp e             | +d2 +e -> {e}
            {c2, d1} | stamp c2branch@head | +d2 +e +f -> {f}
            {e}      | stamp a             | -b -c1 -c2 -d1 -d2 -e -> {a}
            # Alembic forgets the other side of the merge:
            {e}      | stamp c2            | -d2 -e -> {c2, d1}
            {f}      | stamp c2branch@base | -c2 -d2 -e -f -> {d1}
            """)
    void merge_command_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(MERGE, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    private static final RevisionGraph MERGE_AND_ON = graph("""
            a1 -> b1 -> c1
            a2 -> b2 -> c2
            a3 -> b3 -> c3
            c1, c2, c3 -> d1
            c2 -> d2
            c3 -> d3
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {b1, d2, d3} | upgrade d1   | +c1 +d1 -> {d1, d2, d3}
            {d1, d2, d3} | downgrade b1 | -d1 -c1 -> {b1, d2, d3}
            {b1, b2, d3} | upgrade d1   | +c1 +c2 +d1 -> {d1, d3}
            {d1, d3}     | upgrade d2   | +d2 -> {d1, d2, d3}
            """)
    void mergeWithSidesThatGoOn_command_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(MERGE_AND_ON, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    private static final RevisionGraph TWIN_MERGES = graph("""
            a -> b1, b2, b3
            b1, b2, b3 -> c1 -> d1
            b1, b2, b3 -> c2 -> d2
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {a}          | upgrade b3   | +b3 -> {b3}
            {b3}         | upgrade b1   | +b1 -> {b1, b3}
            {b1, b3}     | upgrade b2   | +b2 -> {b1, b2, b3}
            {b1, b2, b3} | upgrade c2   | +c2 -> {c2}
            {c2}         | upgrade d2   | +d2 -> {d2}
            {d2}         | upgrade c1   | +c1 -> {c1, d2}
            {c1, d2}     | upgrade d1   | +d1 -> {d1, d2}
            {c1, c2}     | downgrade b1 | -c2 -c1 -> {b1, b2, b3}
            {c1, c2}     | downgrade c1@b1 | -c1 -> {c2}
            """)
    void twinMerges_command_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(TWIN_MERGES, ids(heads)).outcome(command)).isEqualTo(outcome);
    }

    private static final RevisionGraph OVERLAPPING_MERGES = graph("""
            a -> b1, b2, b3
            b1, b2 -> c1 -> d1
            b2, b3 -> c2 -> d2
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {b2, b3} | upgrade c2 | +c2 -> {c2}
            {d2}     | upgrade b1 | +b1 -> {b1, d2}
            {b1, d2} | upgrade c1 | +c1 -> {c1, d2}
            {c1, d2} | upgrade d1 | +d1 -> {d1, d2}
            """)
    void overlappingMerges_command_isAlembics(String heads, String command, String outcome) {
        assertThat(Scenario.at(OVERLAPPING_MERGES, ids(heads)).outcome(command)).isEqualTo(outcome);
    }
}
