package dev.reflux.cli;

import static dev.reflux.cli.Graphs.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.Terminal.Channel;
import dev.reflux.event.MigrationEvent;
import dev.reflux.plan.Direction;
import dev.reflux.plan.Step;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.Migrations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    @TempDir
    private Path directory = Path.of("");

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Hand hand = new Hand();
    private LoadedMigrations migrations = LoadedMigrations.of(List.of());

    /** A clock that a test moves. */
    private static final class Hand extends Clock {
        private Instant now = Workplace.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void loadRevisions() {
        Workplace place = Workplace.in(directory);
        place.write(
                "a1.sql", "-- revision: a1\n-- message: one\n-- upgrade\nALTER TABLE t\n  ADD x int;\n-- downgrade\n");
        place.write(
                "b2.sql",
                "-- revision: b2\n-- revises: a1\n-- message: two\n-- upgrade\nSELECT 1; SELECT 2;\n-- downgrade\n");
        migrations = Migrations.inDirectory(directory).load();
    }

    private Progress progress() {
        Channel channel = new Channel(new PrintStream(screen, true, StandardCharsets.UTF_8), Palette.NONE);
        return new Progress(new Terminal(channel, channel, EnumSet.allOf(Kind.class)), migrations, hand);
    }

    private MigrationEvent.StepStarted started(String id, int number) {
        return new MigrationEvent.StepStarted(new Step(migrations.graph().node(id(id)), Direction.UPGRADE), number, 2);
    }

    private String lastLine() {
        String text = screen.toString(StandardCharsets.UTF_8);
        return text.substring(text.lastIndexOf("\033[?7l") + 5).replace("\033[?7h", "");
    }

    @Test
    void step_showsABarAndItsMessage() {
        try (Progress progress = progress()) {
            progress.saw(started("b2", 2));
            progress.draw();

            assertThat(lastLine()).isEqualTo("[==========>          ] 2 of 2  upgrade b2  two");
        }
    }

    @Test
    void step_thatTakesLong_showsItsTimeAndStatement() {
        try (Progress progress = progress()) {
            progress.saw(started("a1", 1));
            hand.now = hand.now.plus(Duration.ofMillis(2500));
            progress.draw();

            assertThat(lastLine())
                    .isEqualTo("[>                    ] 1 of 2  upgrade a1  one  2.5 s  ALTER TABLE t ADD x int");
        }
    }

    @Test
    void step_withSeveralStatements_showsHowMany() {
        try (Progress progress = progress()) {
            progress.saw(started("b2", 2));
            hand.now = hand.now.plus(Duration.ofSeconds(1));
            progress.draw();

            assertThat(lastLine()).endsWith("two  1.0 s  2 statements");
        }
    }

    @Test
    void step_thatIsDone_showsNothing() {
        try (Progress progress = progress()) {
            progress.saw(started("a1", 1));
            progress.saw(new MigrationEvent.StepDone(started("a1", 1).step(), 1, 2, Duration.ZERO));
            progress.draw();

            assertThat(screen.size()).isZero();
        }
    }
}
