package dev.reflux.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.plan.Scenario.Effect;
import dev.reflux.revision.History;
import dev.reflux.revision.Range;
import dev.reflux.revision.Resolver;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Target;
import dev.reflux.revision.TargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every graph, on 100 fixed seeds and a new one in each run. */
class PlanPropertiesTest {

    private static final Pattern ADVICE = Pattern.compile("(?:Type|The farthest is) (\".*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.rangeClosed(1, 100),
                LongStream.of(ThreadLocalRandom.current().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyStep_findsWhatItRequires(long seed) {
        RandomDatabase random = new RandomDatabase(seed);

        for (String target : random.targets()) {
            for (String command : List.of("upgrade", "downgrade")) {
                NavigableSet<RevisionId> applied =
                        new TreeSet<>(random.database().applied());
                for (String step : effect(random.database(), command, target).steps()) {
                    RevisionId id = RevisionId.of(step.substring(1));
                    boolean changed = step.startsWith("+") ? applied.add(id) : applied.remove(id);
                    assertThat(changed)
                            .as("seed %d, %s %s: %s changes", seed, command, target, step)
                            .isTrue();
                    assertThat(random.graph().closure(applied))
                            .as("seed %d, %s %s: nothing is missing after %s", seed, command, target, step)
                            .isEqualTo(applied);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void upgradeToHeads_thenDowngradeToBase_leavesNothing(long seed) {
        RandomDatabase random = new RandomDatabase(seed);

        Effect up = random.database().run("upgrade heads");
        Effect down = new Scenario(random.graph(), up.applied()).run("downgrade base");

        assertThat(up.applied()).as("seed %d", seed).isEqualTo(random.graph().ids());
        assertThat(down.applied()).as("seed %d", seed).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void upgradeUndoneBackwards_returnsToTheStart(long seed) {
        RandomDatabase random = new RandomDatabase(seed);
        Effect up = random.database().run("upgrade heads");
        NavigableSet<RevisionId> applied = new TreeSet<>(up.applied());

        List<String> undo = new ArrayList<>(up.steps());
        Collections.reverse(undo);
        for (String step : undo) {
            applied.remove(RevisionId.of(step.substring(1)));
            assertThat(random.graph().closure(applied))
                    .as("seed %d, undoing %s", seed, step)
                    .isEqualTo(applied);
        }

        assertThat(applied).as("seed %d", seed).isEqualTo(random.database().applied());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void upgradeAlongALine_thenDowngrade_returnsToTheStart(long seed) {
        RandomDatabase random = new RandomDatabase(seed);

        for (RevisionId from : random.graph().ids()) {
            Scenario start = Scenario.at(random.graph(), List.of(from));
            NavigableSet<RevisionId> children = random.graph().dependentsOf(from);
            if (children.size() == 1
                    && random.graph().requirementsOf(children.first()).size() == 1
                    && random.graph().childrenOf(from).equals(children)) {
                Scenario after = new Scenario(
                        random.graph(), start.run("upgrade " + children.first()).applied());
                assertThat(after.run("downgrade " + from).applied())
                        .as("seed %d, %s", seed, from)
                        .isEqualTo(start.applied());
                assertThat(after.run("downgrade -1").applied())
                        .as("seed %d, %s", seed, from)
                        .isEqualTo(start.applied());
                assertThat(after.run("stamp " + from).applied())
                        .as("seed %d, %s", seed, from)
                        .isEqualTo(start.applied());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void downgrade_dropsWhatBuildsOnTheTarget_andNothingElse(long seed) {
        RandomDatabase random = new RandomDatabase(seed);

        for (RevisionId target : random.database().applied()) {
            NavigableSet<RevisionId> expected = new TreeSet<>(random.database().applied());
            expected.removeAll(random.graph().dependentClosure(random.graph().childrenOf(target)));

            assertThat(random.database().run("downgrade " + target).applied())
                    .as("seed %d, %s", seed, target)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stamp_leavesAStateThatAnUpgradeCouldHaveMade(long seed) {
        RandomDatabase random = new RandomDatabase(seed);

        for (String target : random.targets()) {
            NavigableSet<RevisionId> once =
                    effect(random.database(), "stamp", target).applied();
            NavigableSet<RevisionId> twice =
                    effect(new Scenario(random.graph(), once), "stamp", target).applied();

            assertThat(random.graph().closure(once))
                    .as("seed %d, %s", seed, target)
                    .isEqualTo(once);
            assertThat(twice).as("seed %d, %s twice", seed, target).isEqualTo(once);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stampWithPurge_isTheTargetsClosure(long seed) {
        RandomDatabase random = new RandomDatabase(seed);
        Scenario full = Scenario.at(random.graph(), random.graph().ids());
        NavigableSet<RevisionId> heads =
                random.graph().maximal(random.database().applied());
        String targets = heads.isEmpty()
                ? "base"
                : String.join(" ", heads.stream().map(RevisionId::value).toList());

        assertThat(full.run("purge " + targets).applied())
                .as("seed %d", seed)
                .isEqualTo(random.database().applied());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_doesNotDependOnTheOrderOfTheInput(long seed) {
        RandomDatabase random = new RandomDatabase(seed);
        List<RevisionNode> shuffled = new ArrayList<>(random.nodes());
        Collections.shuffle(shuffled, random.random());

        assertThat(order(RevisionGraph.of(shuffled))).as("seed %d", seed).isEqualTo(order(random.graph()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_isNotChangedByANewLeaf(long seed) {
        RandomDatabase random = new RandomDatabase(seed);
        List<RevisionNode> more = new ArrayList<>(random.nodes());
        RevisionNode leaf = random.leaf();
        more.add(leaf);

        List<RevisionNode> order = new ArrayList<>(order(RevisionGraph.of(more)));
        order.remove(leaf);

        assertThat(order).as("seed %d, leaf %s", seed, leaf).isEqualTo(order(random.graph()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_ofAPart_isThatOfTheWhole(long seed) {
        RandomDatabase random = new RandomDatabase(seed);
        List<RevisionNode> part = new ArrayList<>(random.nodes());
        part.removeIf(node -> random.random().nextBoolean());

        List<RevisionNode> order = new ArrayList<>(order(random.graph()));
        order.retainAll(part);

        assertThat(random.graph().ordered(part.stream().map(RevisionNode::id).toList()))
                .as("seed %d", seed)
                .isEqualTo(order);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyText_isPlannedOrRefused(long seed) {
        RandomDatabase random = new RandomDatabase(seed);

        for (int i = 0; i < 100; i++) {
            String text = random.text();
            for (String command : List.of("upgrade", "downgrade", "stamp", "purge", "show", "history")) {
                try {
                    ask(random.database(), command, text);
                } catch (TargetException e) {
                    assertThat(e).as("seed %d, %s \"%s\"", seed, command, text).hasMessageContaining("\"");
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", " + command + " \"" + text + "\"", e);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everySuggestion_works(long seed) {
        RandomDatabase random = new RandomDatabase(seed);

        for (String target : random.targets()) {
            for (String command : List.of("upgrade", "downgrade")) {
                for (String suggestion : suggestions(random.database(), command, target)) {
                    Optional<TargetException> refusal = refusal(random.database(), command, suggestion);
                    refusal.ifPresent(e -> assertThat(e)
                            .as("seed %d, %s %s: %s", seed, command, target, suggestion)
                            .isInstanceOfAny(
                                    TargetException.AmbiguousWalk.class,
                                    TargetException.WalkedTooFar.class,
                                    TargetException.NotApplied.class));
                }
            }
        }
    }

    private static List<String> suggestions(Scenario database, String command, String target) {
        String message = refusal(database, command, target).map(String::valueOf).orElse("");
        String advice = ADVICE.matcher(message)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElse("");
        return QUOTED.matcher(advice).results().map(match -> match.group(1)).toList();
    }

    private static Optional<TargetException> refusal(Scenario database, String command, String target) {
        try {
            database.run(command, Target.parse(target));
            return Optional.empty();
        } catch (TargetException e) {
            return Optional.of(e);
        }
    }

    /** What the command does; nothing where it is refused. */
    private static Effect effect(Scenario database, String command, String target) {
        return refusal(database, command, target).isPresent()
                ? new Effect(List.of(), database.applied())
                : database.run(command, Target.parse(target));
    }

    private static void ask(Scenario database, String command, String text) {
        switch (command) {
            case "show" -> new Resolver(database.graph(), database.applied()).revisions(Target.parse(text));
            case "history" -> new History(database.graph(), database.applied()).newestFirst(Range.parse(text));
            default -> database.run(command, Target.parse(text));
        }
    }

    private static List<RevisionNode> order(RevisionGraph graph) {
        return graph.ordered(graph.ids());
    }
}
