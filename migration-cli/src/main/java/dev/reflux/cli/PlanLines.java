package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.plan.Direction;
import dev.reflux.plan.Plan;
import dev.reflux.plan.Step;
import dev.reflux.revision.Sentences;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.LoadedRevision;
import dev.reflux.source.TransactionMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows what would run.
 *
 * @param plan the steps
 * @param migrations what they do
 */
record PlanLines(Plan plan, LoadedMigrations migrations) {

    /** A line for each step, as a run shows it. */
    List<Line> lines() {
        return plan.steps().stream().map(this::line).toList();
    }

    private Line line(Step step) {
        Line line = Line.of(Kind.RESULT)
                .add(step.direction().word() + " ")
                .add(Style.REVISION, step.id().value());
        String message = VisibleText.firstLine(step.revision().message());
        line = message.isEmpty() ? line : line.add("  " + message);
        if (isAlone(step)) {
            line = line.add(Style.MARK, "  (outside a transaction)");
        }
        return isRefused(step) ? line.add(Style.BAD, "  (irreversible)") : line;
    }

    /** What there is to know besides. */
    List<Line> remarks(String target) {
        List<Line> lines = new ArrayList<>();
        if (plan.isEmpty()) {
            lines.add(Line.of(Kind.PROGRESS, "Nothing to do: the database is there."));
            return lines;
        }
        List<String> refused = plan.steps().stream()
                .filter(this::isRefused)
                .map(step -> step.revision().title())
                .toList();
        if (!refused.isEmpty()) {
            lines.add(
                    Line.warning("A run would be refused, for there is no downgrade: " + Sentences.and(refused) + "."));
        }
        lines.add(Line.of(
                Kind.PROGRESS,
                Sentences.count(plan.steps().size(), "step") + ", and nothing was run. To run "
                        + (plan.steps().size() == 1 ? "it" : "them") + ": reflux "
                        + plan.direction().word() + " " + target));
        return lines;
    }

    /**
     * The statements as a script for people; a run adds its own around them.
     *
     * @param statements of a step; empty if they are known only when they run
     */
    String script(Function<Step, Optional<List<String>>> statements) {
        StringBuilder text = new StringBuilder();
        for (Step step : plan.steps()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("-- " + step.direction().word() + " "
                            + oneLine(step.revision().title()) + ", "
                            + oneLine(step.revision().origin()) + (isAlone(step) ? ", outside a transaction" : "")
                            + "\n");
            text.append(statements
                    .apply(step)
                    .map(PlanLines::terminated)
                    .orElse("-- It reads from the database: what it runs is known when it runs.\n"));
        }
        return text.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private static String terminated(List<String> statements) {
        StringBuilder text = new StringBuilder();
        for (String statement : statements) {
            boolean mayEndInComment = statement.lastIndexOf("--") > statement.lastIndexOf('\n');
            text.append(statement).append(mayEndInComment ? "\n;\n" : ";\n");
        }
        return text.toString();
    }

    /** As a value for {@link Json}; the names of the fields do not change. */
    Map<String, Object> json(Function<Step, Optional<List<String>>> statements) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("direction", plan.direction().word());
        fields.put(
                "steps",
                plan.steps().stream()
                        .map(step -> json(step, statements.apply(step)))
                        .toList());
        return fields;
    }

    private Map<String, Object> json(Step step, Optional<List<String>> statements) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("revision", step.id());
        fields.put("message", step.revision().message());
        fields.put("path", step.revision().origin());
        fields.put("transactional", !isAlone(step));
        fields.put("possible", !isRefused(step));
        fields.put("known", statements.isPresent());
        fields.put("statements", statements.orElse(List.of()));
        return fields;
    }

    private boolean isAlone(Step step) {
        return revision(step).mode() == TransactionMode.NON_TRANSACTIONAL;
    }

    private boolean isRefused(Step step) {
        return step.direction() == Direction.DOWNGRADE && !revision(step).code().reversible();
    }

    private LoadedRevision revision(Step step) {
        return migrations.revision(step.id());
    }
}
