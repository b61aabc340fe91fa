package dev.reflux.revision;

import static dev.reflux.revision.Graphs.graph;
import static dev.reflux.revision.Graphs.ids;
import static dev.reflux.revision.Graphs.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {

    private static final RevisionGraph LINE = graph("a -> b -> c -> d -> e");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {c} | b:d         | {d, c, b}
            {c} | b:          | {e, d, c, b}
            {c} | :b          | {b, a}
            {c} | :           | {e, d, c, b, a}
            {c} | base:head   | {e, d, c, b, a}
            {c} | base:heads  | {e, d, c, b, a}
            {c} | c:c         | {c}
            {c} | base:base   | {}
            {d} | -2:current  | {d, c, b}
            {d} | -20:current | {d, c, b, a}
            {d} | -2:         | {e, d, c}
            {d} | -1:b        | {b, a}
            {c} | current:    | {e, d, c}
            {c} | :current    | {c, b, a}
            {b} | current:+2  | {d, c, b}
            {b} | current:+20 | {e, d, c, b}
            {b} | :+2         | {b, a}
            {b} | a+1:e-1     | {d, c, b}
            {b} | head-2:     | {e, d, c}
            {b} | current-1:current+1 | {c, b, a}
            {}  | current:    | {e, d, c, b, a}
            {}  | :current    | {}
            {}  | current:+2  | {b, a}
            {}  | -2:current  | {}
            """)
    void line_range_endsAreIncluded(String applied, String range, String shown) {
        assertThat(history(LINE, applied, range)).isEqualTo(shown);
    }

    private static final RevisionGraph FORK = graph("""
            a -> b -> c1 -> d1
            b -> c2 -> d2
            c1 is left
            c2 is right
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {c1}     | b:                   | {d2, c2, d1, c1, b}
            {c1}     | b:c2                 | {c2, b}
            {c1}     | left:                | {d1, c1}
            {c1}     | left@base:left@head  | {d1, c1, b, a}
            {c1}     | left@base:           | {d1, c1, b, a}
            {c1}     | left@b:              | {d1, c1, b}
            {c1}     | right@base:c2        | {c2, b, a}
            {c1}     | left@-1:left@head    | {d1, c1}
            {c1}     | -1:                  | {d2, c2, d1, c1}
            {c1}     | left@-1:             | {d1, c1}
            {c1}     | heads:               | {d2, d1}
            {c1}     | current:             | {d1, c1}
            {c1, d2} | current:             | {d2, d1, c1}
            {c1, d2} | :current             | {d2, c2, c1, b, a}
            {c1, d2} | current:left@+1      | {d1, c1}
            {c1, d2} | left@current:        | {d1, c1}
            {c1, d2} | -1:current           | {d2, c2, c1, b}
            """)
    void fork_range_isNarrowedByItsStart(String applied, String range, String shown) {
        assertThat(history(FORK, applied, range)).isEqualTo(shown);
    }

    private static final RevisionGraph MERGE = graph("""
            a -> b -> c1 -> d1
            b -> c2 -> d2
            d1, d2 -> e -> f
            c2 is right
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | b:d1                 | {d1, c1, b}
            {} | c1:                  | {f, e, d1, c1}
            {} | right@base:right@head | {f, e, d2, c2, d1, c1, b, a}
            {} | -1:                  | {f, e}
            {} | -2:                  | AmbiguousWalk
            """)
    void merge_range_takesTheStartsDescendants(String applied, String range, String shown) {
        assertThat(history(MERGE, applied, range)).isEqualTo(shown);
    }

    private static final RevisionGraph DEPENDENCY = graph("""
            a1 -> b1 -> c1
            a2 -> b2 -> c2
            c2 needs c1
            a1 is left
            a2 is right
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {c2} | :c2                   | {c2, b2, a2, c1, b1, a1}
            {c2} | right@base:right@head | {c2, b2, a2, c1, b1, a1}
            {c2} | a2:c2                 | {c2, b2, a2}
            {c2} | -1:c2                 | {c2, b2}
            {c2} | current:              | {c2}
            # Alembic fails with an AssertionError:
            {c2} | b1:                   | {c1, b1}
            {c2} | left@base:            | {c1, b1, a1}
            {c2} | b1:c2                 | Unrelated
            """)
    void dependency_range_followsParentsFromItsStart(String applied, String range, String shown) {
        assertThat(history(DEPENDENCY, applied, range)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {c1}     | b           | Malformed
            {c1}     | a:b:c1      | Malformed
            {c1}     | +1:d1       | Malformed
            {c1}     | b:-1        | Malformed
            {c1}     | -1:+1       | Malformed
            {c1}     | a@:b        | Malformed
            {c1}     | ''          | Malformed
            {c1}     | nosuch:     | Unknown
            {c1}     | :c          | Ambiguous
            {c1}     | base:head   | MultipleHeads
            {c1}     | d1:b        | Unrelated
            {c1}     | c1:d2       | Unrelated
            {c1}     | b:base      | Unrelated
            {c1}     | right@b:d1  | Unrelated
            {c1}     | left@-1:d2  | Unrelated
            {c1}     | left@c2:    | NotOnBranch
            {c1}     | current:right@+1 | Unrelated
            {c1}     | c2:left@head | Unrelated
            {c1, d2} | current:d1  | Unrelated
            {c1, d2} | current:+1  | AmbiguousStart
            {}       | current:+3  | AmbiguousWalk
            """)
    void range_thatMakesNoSense_isRefused(String applied, String range, String error) {
        assertThat(history(FORK, applied, range)).isEqualTo(error);
    }

    @Test
    void history_withoutRange_isEverything() {
        assertThat(shown(new History(FORK, List.of()).newestFirst())).isEqualTo("{d2, c2, d1, c1, b, a}");
    }

    private static String history(RevisionGraph graph, String applied, String range) {
        try {
            return shown(new History(graph, graph.closure(ids(applied))).newestFirst(Range.parse(range)));
        } catch (TargetException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static String shown(Collection<RevisionNode> nodes) {
        return text(nodes.stream().map(RevisionNode::id).toList());
    }
}
