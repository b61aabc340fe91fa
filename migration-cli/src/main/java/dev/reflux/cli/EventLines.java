package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
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
import dev.reflux.plan.Plan;
import dev.reflux.plan.Step;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The lines for an event of a run. The error of a failed one is not among them: it is printed by whoever catches it.
 *
 * @param graph all revisions
 */
record EventLines(RevisionGraph graph) implements MigrationEvent.Cases<List<Line>> {

    @Override
    public List<Line> planned(Planned event) {
        Plan plan = event.plan();
        if (plan.isEmpty()) {
            return List.of(Line.of(Kind.SUMMARY, "Nothing to do."));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(
                Kind.DETAIL,
                "The plan is to " + plan.direction().word() + " "
                        + Sentences.count(plan.steps().size(), "revision") + ":"));
        plan.steps()
                .forEach(step -> lines.add(Line.of(Kind.DETAIL, "  ")
                        .add(Style.REVISION, step.id().value())
                        .add("  " + message(step.revision()) + "  ")
                        .add(Style.FAINT, step.revision().origin())));
        return lines;
    }

    @Override
    public List<Line> waiting(Waiting event) {
        return List.of(verb(Kind.PROGRESS, "waiting", Style.CAUTION)
                .add(event.reason())
                .add(Style.FAINT, "  (" + DurationText.of(event.waited()) + " so far)"));
    }

    @Override
    public List<Line> warning(Warning event) {
        return List.of(Line.warning(event.message()));
    }

    /** Nothing: {@link Progress} shows what runs. */
    @Override
    public List<Line> stepStarted(StepStarted event) {
        return List.of();
    }

    @Override
    public List<Line> notice(Notice event) {
        boolean warning = event.severity().equals("WARNING");
        Line line = verb(
                warning ? Kind.WARNING : Kind.PROGRESS,
                event.severity().toLowerCase(Locale.ROOT),
                warning ? Style.CAUTION : Style.FAINT);
        return List.of(event.step()
                .map(step -> line.add(Style.REVISION, step.id().value()).add("  "))
                .orElse(line)
                .add(event.message()));
    }

    @Override
    public List<Line> stepDone(StepDone event) {
        return List.of(step(Kind.PROGRESS, event.step(), Style.DONE)
                .add(Style.FAINT, "  (" + DurationText.of(event.duration()) + ")"));
    }

    @Override
    public List<Line> stamped(Stamped event) {
        if (event.plan().isEmpty()) {
            return List.of(Line.of(Kind.SUMMARY, "Nothing to do."));
        }
        List<Line> lines = new ArrayList<>();
        event.plan()
                .remove()
                .forEach(id -> lines.add(verb(Kind.PROGRESS, "unstamp", Style.DONE)
                        .add(Style.REVISION, id.value())
                        .add(message(id))));
        event.plan()
                .add()
                .forEach(node -> lines.add(verb(Kind.PROGRESS, "stamp", Style.DONE)
                        .add(Style.REVISION, node.id().value())
                        .add(message(node.id()))));
        return lines;
    }

    @Override
    public List<Line> finished(Finished event) {
        RevisionLines revisions = new RevisionLines(graph, Set.of());
        List<RevisionId> heads = event.heads();
        Line start = Line.of(Kind.SUMMARY, "The database is at ");
        if (heads.isEmpty()) {
            return List.of(start.add(Style.STRONG, "base").add(": no revision is applied."));
        }
        if (heads.size() == 1) {
            return List.of(start.add(revisions.title(heads.get(0))));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(start.add(heads.size() + " revisions:"));
        heads.forEach(id -> lines.add(Line.of(Kind.SUMMARY, "  ").add(revisions.title(id))));
        return lines;
    }

    @Override
    public List<Line> failed(Failed event) {
        return List.of();
    }

    private static Line step(Kind kind, Step step, Style style) {
        return verb(kind, step.direction().word(), style)
                .add(Style.REVISION, step.id().value())
                .add("  " + message(step.revision()));
    }

    /** A line that begins with what happens; ids stand below each other. */
    private static Line verb(Kind kind, String verb, Style style) {
        return Line.of(kind).add(style, String.format("%-7s ", verb));
    }

    private String message(RevisionId id) {
        return graph.find(id).map(node -> "  " + message(node)).orElse("");
    }

    private static String message(RevisionNode node) {
        return VisibleText.firstLine(node.message());
    }
}
