package dev.reflux.cli;

import static dev.reflux.cli.Graphs.LINE;
import static dev.reflux.cli.Graphs.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.MigrationException;
import dev.reflux.cli.Line.Kind;
import dev.reflux.event.MigrationEvent;
import dev.reflux.plan.Direction;
import dev.reflux.plan.Plan;
import dev.reflux.plan.StampPlan;
import dev.reflux.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    private static final Step UP = new Step(LINE.node(id("b2")), Direction.UPGRADE);
    private static final Step DOWN = new Step(LINE.node(id("b2")), Direction.DOWNGRADE);

    private static String text(MigrationEvent event) {
        return Graphs.text(lines(event));
    }

    private static List<Line> lines(MigrationEvent event) {
        return event.match(new EventLines(LINE));
    }

    @Test
    void step_whenDone_isALineWithItsTime() {
        assertThat(text(new MigrationEvent.StepDone(UP, 1, 2, Duration.ofMillis(12))))
                .isEqualTo("upgrade b2  add phone  (12 ms)");
        assertThat(text(new MigrationEvent.StepDone(DOWN, 1, 2, Duration.ofMillis(1200))))
                .isEqualTo("downgrade b2  add phone  (1.2 s)");
    }

    @Test
    void step_whenStarted_isShownByTheProgressAlone() {
        assertThat(lines(new MigrationEvent.StepStarted(UP, 2, 7))).isEmpty();
    }

    @Test
    void notice_namesItsRevision() {
        assertThat(text(new MigrationEvent.Notice(Optional.of(UP), "NOTICE", "skipping")))
                .isEqualTo("notice  b2  skipping");
        assertThat(lines(new MigrationEvent.Notice(Optional.empty(), "WARNING", "careful")))
                .extracting(Line::kind, line -> line.painted(Palette.NONE))
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.WARNING, "warning careful"));
    }

    @Test
    void notice_withEscapeSequence_doesNotReachTheTerminal() {
        assertThat(text(new MigrationEvent.Notice(Optional.of(UP), "NOTICE", "\033]0;title\007")))
                .isEqualTo("notice  b2  \\u001b]0;title\\u0007");
    }

    @Test
    void waiting_saysForWhomAndHowLong() {
        assertThat(text(new MigrationEvent.Waiting(
                        MigrationEvent.Waiting.Cause.RUN, "another run: process 7", Duration.ofSeconds(5))))
                .isEqualTo("waiting another run: process 7  (5.0 s so far)");
    }

    @Test
    void warning_isAWarning() {
        assertThat(text(new MigrationEvent.Warning("The source has changed.")))
                .isEqualTo("warning: The source has changed.");
    }

    @Test
    void plan_withoutSteps_saysSo() {
        assertThat(text(new MigrationEvent.Planned(new Plan(Direction.UPGRADE, List.of()))))
                .isEqualTo("Nothing to do.");
    }

    @Test
    void plan_withSteps_isForThoseWhoWantToKnow() {
        List<Line> lines = lines(new MigrationEvent.Planned(new Plan(Direction.UPGRADE, List.of(UP))));

        assertThat(lines).extracting(Line::kind).containsOnly(Kind.DETAIL);
        assertThat(Graphs.text(lines)).isEqualTo("""
                The plan is to upgrade 1 revision:
                  b2  add phone  migrations/b2.sql""");
    }

    @Test
    void stamp_listsWhatWentAndCame() {
        assertThat(text(new MigrationEvent.Stamped(new StampPlan(List.of(id("zz")), List.of(LINE.node(id("a1")))))))
                .isEqualTo("unstamp zz\nstamp   a1  create customers");
        assertThat(text(new MigrationEvent.Stamped(new StampPlan(List.of(), List.of()))))
                .isEqualTo("Nothing to do.");
    }

    @Test
    void end_saysWhereTheDatabaseIs() {
        assertThat(text(new MigrationEvent.Finished(List.of())))
                .isEqualTo("The database is at base: no revision is applied.");
        assertThat(text(new MigrationEvent.Finished(List.of(id("c3")))))
                .isEqualTo("The database is at c3 (head), add fax");
        assertThat(text(new MigrationEvent.Finished(List.of(id("b2"), id("zz")))))
                .isEqualTo("The database is at 2 revisions:\n  b2, add phone\n  zz (no file knows it)");
    }

    @Test
    void failure_isLeftToWhoeverCatchesTheError() {
        assertThat(lines(new MigrationEvent.Failed(new MigrationException("no"))))
                .isEmpty();
    }
}
