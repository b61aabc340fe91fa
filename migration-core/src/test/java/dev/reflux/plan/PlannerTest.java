package dev.reflux.plan;

import static dev.reflux.revision.Graphs.graph;
import static dev.reflux.revision.Graphs.ids;
import static dev.reflux.revision.Graphs.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reflux.plan.Planner.Gaps;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.Target;
import dev.reflux.revision.TargetException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final RevisionGraph GRAPH = graph("""
            a -> inserted -> b -> c
            a -> x
            """);

    @Test
    void gapBelowTheTarget_isRefusedByName() {
        Planner planner = new Planner(GRAPH, ids("a, b"));

        GapException gap = catchThrowableOfType(
                GapException.class, () -> planner.upgrade(List.of(Target.parse("c")), Gaps.REFUSE));

        assertThat(text(gap.gaps())).isEqualTo("{inserted}");
    }

    @Test
    void gapBelowTheTarget_whereGapsRun_isRun() {
        Planner planner = new Planner(GRAPH, ids("a, b"));

        Plan plan = planner.upgrade(List.of(Target.parse("c")), Gaps.RUN);

        assertThat(text(plan.ids())).isEqualTo("{inserted, c}");
    }

    @Test
    void gapThatTheTargetDoesNotRequire_isNoHindrance() {
        Planner planner = new Planner(GRAPH, ids("a, b"));

        Plan plan = planner.upgrade(List.of(Target.parse("x")), Gaps.REFUSE);

        assertThat(text(plan.ids())).isEqualTo("{x}");
    }

    @Test
    void gap_isClosedByStampingTheHeads() {
        assertThat(new Scenario(GRAPH, ids("a, b")).outcome("stamp b")).isEqualTo("+inserted -> {b}");
    }

    @Test
    void downgradeAcrossAGap_dropsWhatIsApplied() {
        assertThat(new Scenario(GRAPH, ids("a, b, c")).outcome("downgrade a")).isEqualTo("-c -b -> {a}");
    }

    @Test
    void severalTargets_areAllReached() {
        Planner planner = new Planner(GRAPH, ids("a"));

        Plan plan =
                planner.upgrade(List.of(Target.parse("x"), Target.parse("inserted"), Target.parse("b")), Gaps.REFUSE);

        assertThat(text(plan.ids())).isEqualTo("{inserted, b, x}");
        assertThat(plan.direction()).isEqualTo(Direction.UPGRADE);
    }

    @Test
    void planWithNothingToDo_isEmpty() {
        Planner planner = new Planner(GRAPH, GRAPH.ids());

        assertThat(planner.upgrade(List.of(Target.parse("heads")), Gaps.REFUSE).isEmpty())
                .isTrue();
        assertThat(planner.downgrade(Target.parse("c")).isEmpty()).isTrue();
        assertThat(planner.stamp(List.of(Target.parse("heads"))).isEmpty()).isTrue();
    }

    @Test
    void appliedRevisionThatNoFileKnows_isRefusedByName() {
        Planner planner = new Planner(GRAPH, ids("a, lost, gone"));

        UnknownAppliedException unknown =
                catchThrowableOfType(UnknownAppliedException.class, () -> planner.downgrade(Target.parse("base")));

        assertThat(text(unknown.unknown())).isEqualTo("{gone, lost}");
    }

    @Test
    void appliedRevisionThatNoFileKnows_isPurged() {
        Planner planner = new Planner(GRAPH, ids("a, lost"));

        StampPlan plan = planner.purgeAndStamp(List.of(Target.parse("x")));

        assertThat(text(plan.remove())).isEqualTo("{a, lost}");
        assertThat(plan.add()).extracting(node -> node.id().value()).containsExactly("a", "x");
    }

    @Test
    void refusedTarget_isInTheException() {
        Planner planner = new Planner(GRAPH, ids("a"));

        TargetException refused =
                catchThrowableOfType(TargetException.class, () -> planner.downgrade(Target.parse(" nosuch-1 ")));

        assertThat(refused.target()).isEqualTo("nosuch-1");
    }
}
