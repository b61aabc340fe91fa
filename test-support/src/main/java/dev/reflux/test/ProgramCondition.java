package dev.reflux.test;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for the program of {@link RequiresProgram}. */
final class ProgramCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getElement()
                .map(element -> element.getAnnotation(RequiresProgram.class))
                .map(required -> evaluate(required.value()))
                .orElseGet(() -> enabled("needs no program"));
    }

    private static ConditionEvaluationResult evaluate(String program) {
        return Programs.find(program)
                .map(Path::toString)
                .map(ConditionEvaluationResult::enabled)
                .orElseGet(() ->
                        disabled("There is no program \"" + program + "\" here. Debian: apt-get install " + program));
    }
}
