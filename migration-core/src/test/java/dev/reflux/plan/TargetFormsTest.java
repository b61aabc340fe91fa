package dev.reflux.plan;

import static dev.reflux.revision.Graphs.graph;
import static dev.reflux.revision.Graphs.ids;
import static dev.reflux.revision.Graphs.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.MigrationException;
import dev.reflux.revision.Resolver;
import dev.reflux.revision.Target;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of a target with every command: where the database is afterwards, or how it is refused. */
class TargetFormsTest {

    private static final Scenario FORK = Scenario.at(graph("""
            a -> b -> c1 -> d1a10
            b -> c2 -> d2b20
            c1 is left
            c2 is right
            """), ids("c1, d2b20"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # target        | revisions      | upgrade        | downgrade   | stamp
            b               | {b}            | {c1, d2b20}    | {b}         | {b}
            d1a10           | {d1a10}        | {d1a10, d2b20} | NotApplied  | {d1a10, d2b20}
            d1              | {d1a10}        | {d1a10, d2b20} | NotApplied  | {d1a10, d2b20}
            d               | Ambiguous      | Ambiguous      | Ambiguous   | Ambiguous
            x               | Unknown        | Unknown        | Unknown     | Unknown
            left            | {c1}           | {c1, d2b20}    | {c1, d2b20} | {c1, d2b20}
            lef             | {c1}           | {c1, d2b20}    | {c1, d2b20} | {c1, d2b20}
            head            | MultipleHeads  | MultipleHeads  | MultipleHeads | MultipleHeads
            heads           | {d1a10, d2b20} | {d1a10, d2b20} | NotHere     | {d1a10, d2b20}
            base            | {}             | {c1, d2b20}    | {}          | {}
            current         | {c1, d2b20}    | NotHere        | NotHere     | NotHere
            """)
    void symbol_eachCommand_isAlembics(ArgumentsAccessor row) {
        assertThat(answers(FORK, cells(row).get(0))).isEqualTo(cells(row).subList(1, row.size()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # target        | revisions      | upgrade        | downgrade   | stamp
            left@head       | {d1a10}        | {d1a10, d2b20} | NotApplied  | {d1a10, d2b20}
            left@heads      | {d1a10}        | {d1a10, d2b20} | NotHere     | {d1a10, d2b20}
            left@base       | {}             | {c1, d2b20}    | {}          | {d2b20}
            left@b          | {b}            | {c1, d2b20}    | {d2b20}     | {b}
            left@current    | {c1}           | NotHere        | NotHere     | NotHere
            left@c2         | NotOnBranch    | NotOnBranch    | NotOnBranch | NotOnBranch
            left@d2         | NotOnBranch    | NotOnBranch    | NotOnBranch | NotOnBranch
            left@d          | {d1a10}        | {d1a10, d2b20} | NotApplied  | {d1a10, d2b20}
            lost@head       | Unknown        | Unknown        | Unknown     | Unknown
            lost@base       | Unknown        | Unknown        | Unknown     | Unknown
            c1@head         | {d1a10}        | {d1a10, d2b20} | NotApplied  | {d1a10, d2b20}
            b@head          | MultipleHeads  | MultipleHeads  | MultipleHeads | MultipleHeads
            b@heads         | {d1a10, d2b20} | {d1a10, d2b20} | NotHere     | {d1a10, d2b20}
            head@b          | Malformed      | Malformed      | Malformed   | Malformed
            """)
    void branch_eachCommand_isAlembics(ArgumentsAccessor row) {
        assertThat(answers(FORK, cells(row).get(0))).isEqualTo(cells(row).subList(1, row.size()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # target        | revisions      | upgrade        | downgrade      | stamp
            +1              | NotHere        | AmbiguousStart | NotHere        | NotHere
            -1              | NotHere        | NotHere        | AmbiguousStart | NotHere
            current+1       | AmbiguousStart | AmbiguousStart | NotHere        | NotHere
            current-1       | AmbiguousStart | NotHere        | AmbiguousStart | NotHere
            left@+1         | NotHere        | {d1a10, d2b20} | NotHere        | NotHere
            left@+2         | NotHere        | WalkedTooFar   | NotHere        | NotHere
            left@-1         | NotHere        | NotHere        | {d2b20}        | NotHere
            left@current+1  | {d1a10}        | {d1a10, d2b20} | NotHere        | NotHere
            left@current-1  | {b}            | NotHere        | {d2b20}        | NotHere
            d2b20@-2        | NotHere        | NotHere        | {c1}           | NotHere
            a+1             | {b}            | {c1, d2b20}    | {b}            | NotHere
            a+2             | AmbiguousWalk  | AmbiguousWalk  | AmbiguousWalk  | NotHere
            left@a+2        | {c1}           | {c1, d2b20}    | {c1, d2b20}    | NotHere
            d2-1            | {c2}           | {c1, d2b20}    | {c1, c2}       | NotHere
            left@head-1     | {c1}           | {c1, d2b20}    | {c1, d2b20}    | NotHere
            left@base+2     | {b}            | {c1, d2b20}    | {d2b20}        | NotHere
            left@d2-1       | NotOnBranch    | NotOnBranch    | NotOnBranch    | NotHere
            base+1          | {a}            | {c1, d2b20}    | {a}            | NotHere
            base-1          | WalkedTooFar   | WalkedTooFar   | WalkedTooFar   | NotHere
            head-1          | MultipleHeads  | MultipleHeads  | MultipleHeads  | NotHere
            heads-1         | AmbiguousStart | AmbiguousStart | AmbiguousStart | NotHere
            """)
    void number_eachCommand_isAlembics(ArgumentsAccessor row) {
        assertThat(answers(FORK, cells(row).get(0))).isEqualTo(cells(row).subList(1, row.size()));
    }

    private static final Scenario ODD_NAMES = Scenario.at(graph("""
            v1.2 -> v1.3 -> abc -> feature
            abc is release/2026-q1, feature-x
            """), ids("abc"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Alembic reads abc-1xyz as one below abc, and no number after a dot. No label can be called feature-12.
            # target          | revisions    | upgrade      | downgrade    | stamp
            v1.2+1            | {v1.3}       | {abc}        | {v1.3}       | NotHere
            v1.2+20           | WalkedTooFar | WalkedTooFar | WalkedTooFar | NotHere
            abc-1xyz          | Unknown      | Unknown      | Unknown      | Unknown
            feature-x         | {abc}        | {abc}        | {abc}        | {abc}
            feature-12        | WalkedTooFar | WalkedTooFar | WalkedTooFar | NotHere
            feature-x-1       | {v1.3}       | {abc}        | {v1.3}       | NotHere
            release/2026-q1-1 | {v1.3}       | {abc}        | {v1.3}       | NotHere
            feature-x@-1      | NotHere      | NotHere      | {v1.3}       | NotHere
            feature-          | {abc}        | {abc}        | {abc}        | {abc}
            """)
    void oddName_eachCommand_isReadWhole(ArgumentsAccessor row) {
        assertThat(answers(ODD_NAMES, cells(row).get(0))).isEqualTo(cells(row).subList(1, row.size()));
    }

    @ParameterizedTest
    @CsvSource({"@", "@head", "left@", "a@b@c", "+0", "-0", "a+0", "a:b", ":", "a:b@head", "''", "' '"})
    void text_withoutTheFormOfATarget_isRefused(String target) {
        assertThat(answers(FORK, target)).containsOnly("Malformed");
    }

    @ParameterizedTest
    @CsvSource({"+", "-", "1+", "+1234567890", "a b", "HEAD", "%", "🙂"})
    void text_thatNamesNothing_isUnknown(String target) {
        assertThat(answers(FORK, target)).containsOnly("Unknown");
    }

    private static List<String> cells(ArgumentsAccessor row) {
        return row.toList().stream().map(String::valueOf).toList();
    }

    /** What the target means, and where an upgrade, a downgrade and a stamp lead. */
    private static List<String> answers(Scenario database, String target) {
        return List.of(
                shown(database, target),
                heads(database, "upgrade", target),
                heads(database, "downgrade", target),
                heads(database, "stamp", target));
    }

    private static String shown(Scenario database, String target) {
        try {
            Resolver resolver = new Resolver(database.graph(), database.applied());
            return text(resolver.revisions(Target.parse(target)));
        } catch (MigrationException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static String heads(Scenario database, String command, String target) {
        try {
            return text(database.graph()
                    .maximal(database.run(command, Target.parse(target)).applied()));
        } catch (MigrationException e) {
            return e.getClass().getSimpleName();
        }
    }
}
