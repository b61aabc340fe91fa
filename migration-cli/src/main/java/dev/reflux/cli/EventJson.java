package dev.reflux.cli;

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
import dev.reflux.plan.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON object for an event of a run.
 *
 * @param now when it was seen
 */
record EventJson(Instant now) implements MigrationEvent.Cases<Map<String, Object>> {

    @Override
    public Map<String, Object> planned(Planned event) {
        Map<String, Object> fields = fields("planned");
        fields.put("direction", event.plan().direction().word());
        fields.put(
                "steps", event.plan().steps().stream().map(EventJson::revision).toList());
        return fields;
    }

    @Override
    public Map<String, Object> waiting(Waiting event) {
        Map<String, Object> fields = fields("waiting");
        fields.put("reason", event.reason());
        fields.put("waitedMs", event.waited().toMillis());
        return fields;
    }

    @Override
    public Map<String, Object> warning(Warning event) {
        Map<String, Object> fields = fields("warning");
        fields.put("message", event.message());
        return fields;
    }

    @Override
    public Map<String, Object> stepStarted(StepStarted event) {
        return step("stepStarted", event.step(), event.number(), event.total());
    }

    @Override
    public Map<String, Object> notice(Notice event) {
        Map<String, Object> fields = fields("notice");
        fields.put("revision", event.step().map(Step::id));
        fields.put("severity", event.severity());
        fields.put("message", event.message());
        return fields;
    }

    @Override
    public Map<String, Object> stepDone(StepDone event) {
        Map<String, Object> fields = step("stepDone", event.step(), event.number(), event.total());
        fields.put("durationMs", event.duration().toMillis());
        return fields;
    }

    @Override
    public Map<String, Object> stamped(Stamped event) {
        Map<String, Object> fields = fields("stamped");
        fields.put("removed", event.plan().remove());
        fields.put("added", RevisionJson.ids(event.plan().add()));
        return fields;
    }

    @Override
    public Map<String, Object> finished(Finished event) {
        Map<String, Object> fields = fields("finished");
        fields.put("heads", event.heads());
        return fields;
    }

    @Override
    public Map<String, Object> failed(Failed event) {
        Map<String, Object> fields = fields("failed");
        fields.put("message", String.valueOf(event.error().getMessage()));
        return fields;
    }

    private Map<String, Object> fields(String event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", event);
        fields.put("at", now);
        return fields;
    }

    private Map<String, Object> step(String event, Step step, int number, int total) {
        Map<String, Object> fields = fields(event);
        fields.put("direction", step.direction().word());
        fields.put("number", number);
        fields.put("total", total);
        fields.putAll(revision(step));
        return fields;
    }

    private static Map<String, Object> revision(Step step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("revision", step.id());
        fields.put("message", step.revision().message());
        fields.put("source", step.revision().origin());
        return fields;
    }
}
