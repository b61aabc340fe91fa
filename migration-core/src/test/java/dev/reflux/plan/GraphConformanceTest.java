package dev.reflux.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.plan.Conformance.Case;
import dev.reflux.plan.Conformance.World;
import dev.reflux.revision.Graphs;
import dev.reflux.revision.RevisionId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the planner against the recorded answers of Alembic. Every deviation has a name, a reason and a number. */
class GraphConformanceTest {

    private static final List<World> WORLDS = Conformance.worlds();
    private static final List<Case> CASES =
            WORLDS.stream().flatMap(world -> world.cases().stream()).toList();

    @Test
    void graph_headsAndBases_areAlembics() {
        assertThat(WORLDS).hasSize(250).allSatisfy(world -> {
            assertThat(world.database().graph().heads()).isEqualTo(world.heads());
            assertThat(world.database().graph().bases()).isEqualTo(world.bases());
        });
    }

    @Test
    void everyCase_isAlembicsOrANamedDeviation() {
        Map<Deviation, Integer> counted = new EnumMap<>(Deviation.class);
        for (Case asked : CASES) {
            String ours = asked.outcome();
            if (!agrees(asked, ours)) {
                List<Deviation> reasons = Arrays.stream(Deviation.values())
                        .filter(deviation -> deviation.explains(asked, ours))
                        .toList();
                assertThat(reasons)
                        .as("%s: %s, Alembic %s", asked, ours, asked.alembic())
                        .hasSize(1);
                counted.merge(reasons.get(0), 1, Integer::sum);
            }
        }

        assertThat(CASES).hasSize(2750);
        assertThat(counted)
                .isEqualTo(Arrays.stream(Deviation.values())
                        .collect(Collectors.toMap(Function.identity(), Deviation::cases)));
    }

    private static boolean agrees(Case asked, String ours) {
        if (!ours.contains(" -> ")) {
            return !asked.alembic().isPlan() && !asked.alembic().isCrash();
        }
        return asked.alembic().isPlan()
                && ours.endsWith(" -> " + Graphs.text(asked.alembic().rows()))
                && (asked.command().equals("stamp")
                        || stepsOf(asked).equals(new TreeSet<>(asked.alembic().steps())));
    }

    private static NavigableSet<RevisionId> stepsOf(Case asked) {
        return asked.database().run(asked.line()).steps().stream()
                .map(step -> RevisionId.of(step.substring(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRefusal_isOfAClassThatFitsAlembicsError() {
        SortedMap<String, Integer> counted = new TreeMap<>();
        for (Case asked : CASES) {
            if (!asked.alembic().isPlan()) {
                String ours = asked.outcome().contains(" -> ") ? "a plan" : asked.outcome();
                counted.merge(asked.alembic().kind() + " | " + ours, 1, Integer::sum);
            }
        }

        assertThat(lines(counted)).isEqualTo("""
                Ambiguous upgrade | AmbiguousStart | 27
                Ambiguous walk | AmbiguousStart | 1
                Ambiguous walk | AmbiguousWalk | 70
                AssertionError | AmbiguousStart | 3
                AssertionError | NotApplied | 46
                AssertionError | WalkedTooFar | 84
                AssertionError | a plan | 17
                KeyError | a plan | 11
                MultipleHeads | MultipleHeads | 73
                Not a valid | NotApplied | 2
                Not a valid | a plan | 4
                RangeNotAncestorError | NotApplied | 186
                RangeNotAncestorError | NotOnBranch | 7
                Relative revision | AmbiguousStart | 4
                Relative revision | NotApplied | 55
                Relative revision | WalkedTooFar | 199
                Requested revision | a plan | 1
                ResolutionError | NotOnBranch | 11
                ResolutionError | Unknown | 185
                Walked too | WalkedTooFar | 35
                """);
    }

    private static String lines(SortedMap<String, Integer> counted) {
        return counted.entrySet().stream()
                .map(entry -> entry.getKey() + " | " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void everyPlan_isInTheOrderOfItsRequirements() {
        for (Case asked : CASES) {
            if (!asked.command().equals("stamp") && asked.outcome().contains(" -> ")) {
                Set<RevisionId> applied = new HashSet<>(asked.database().applied());
                for (String step : asked.database().run(asked.line()).steps()) {
                    RevisionId id = RevisionId.of(step.substring(1));
                    if (step.startsWith("+")) {
                        assertThat(applied.containsAll(asked.graph().requirementsOf(id)))
                                .as("%s: what %s requires is applied", asked, id)
                                .isTrue();
                        applied.add(id);
                    } else {
                        assertThat(asked.graph().dependentsOf(id).stream().anyMatch(applied::contains))
                                .as("%s: something applied requires %s", asked, id)
                                .isFalse();
                        applied.remove(id);
                    }
                }
            }
        }
    }

    @Test
    void rowsAfterEachOfAlembicsSteps_standForTheAppliedRevisions() {
        for (Case asked : CASES) {
            NavigableSet<RevisionId> applied = new TreeSet<>(asked.database().applied());
            for (int i = 0; i < asked.alembic().rowsAfterEach().size(); i++) {
                RevisionId step = asked.alembic().steps().get(i);
                if (!applied.remove(step)) {
                    applied.add(step);
                }
                assertThat(asked.graph().closure(asked.alembic().rowsAfterEach().get(i)))
                        .as("%s, after %s", asked, step)
                        .isEqualTo(applied);
            }
        }
    }
}
