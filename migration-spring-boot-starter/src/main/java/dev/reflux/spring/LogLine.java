package dev.reflux.spring;

import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Failed;
import dev.reflux.event.MigrationEvent.Finished;
import dev.reflux.event.MigrationEvent.Notice;
import dev.reflux.event.MigrationEvent.Planned;
import dev.reflux.event.MigrationEvent.Stamped;
import dev.reflux.event.MigrationEvent.StepDone;
import dev.reflux.event.MigrationEvent.StepStarted;
import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Warning;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Sentences;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What the log says about an event.
 *
 * @param level how loud
 * @param text one line; several where the server or a plan has more to say
 */
record LogLine(Level level, String text) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.reflux.migrations");

    /** Writes an event to the logger {@code dev.reflux.migrations}. */
    static void write(MigrationEvent event) {
        LogLine line = event.match(new OfEvent());
        LOG.atLevel(line.level()).log(line.text());
    }

    /** The line for each event. The error of a failed run is a line of debugging only: whoever subscribed gets it. */
    record OfEvent() implements MigrationEvent.Cases<LogLine> {

        @Override
        public LogLine planned(Planned event) {
            return event.plan().isEmpty()
                    ? new LogLine(Level.DEBUG, "Nothing to do")
                    : new LogLine(
                            Level.INFO,
                            "The plan is to " + event.plan().direction().word() + " "
                                    + Sentences.count(event.plan().steps().size(), "revision"));
        }

        @Override
        public LogLine waiting(Waiting event) {
            return new LogLine(
                    Level.INFO,
                    "Waiting: " + event.reason() + " (" + event.waited().toSeconds() + " s so far)");
        }

        @Override
        public LogLine warning(Warning event) {
            return new LogLine(Level.WARN, event.message());
        }

        @Override
        public LogLine stepStarted(StepStarted event) {
            return new LogLine(
                    Level.INFO,
                    "The " + event.step().direction().word() + " of "
                            + event.step().revision().title() + " begins, " + event.number() + " of " + event.total());
        }

        @Override
        public LogLine notice(Notice event) {
            return new LogLine(
                    event.severity().equals("WARNING") ? Level.WARN : Level.INFO,
                    event.severity()
                            + event.step().map(step -> " in " + step.id()).orElse("") + ": " + event.message());
        }

        @Override
        public LogLine stepDone(StepDone event) {
            return new LogLine(
                    Level.INFO,
                    "The " + event.step().direction().word() + " of "
                            + event.step().revision().title() + " is done, "
                            + event.duration().toMillis() + " ms");
        }

        @Override
        public LogLine stamped(Stamped event) {
            return new LogLine(
                    Level.INFO,
                    "The state table is stamped: "
                            + Sentences.count(event.plan().add().size(), "row") + " added, "
                            + event.plan().remove().size() + " removed");
        }

        @Override
        public LogLine finished(Finished event) {
            return new LogLine(Level.INFO, "The schema is at " + names(event.heads()));
        }

        @Override
        public LogLine failed(Failed event) {
            return new LogLine(Level.DEBUG, "The run failed: " + event.error().getMessage());
        }

        private static String names(List<RevisionId> heads) {
            return heads.isEmpty()
                    ? "base"
                    : Sentences.and(heads.stream().map(RevisionId::value).toList());
        }
    }
}
