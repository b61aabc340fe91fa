package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.r2dbc.doctor.Finding;
import dev.reflux.r2dbc.doctor.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what was found in a database. */
final class FindingLines {

    private static final int WIDTH = "problem".length() + 2;

    private FindingLines() {}

    /** The word, the sentence, and below it what to do. */
    static List<Line> of(Finding finding) {
        List<Line> lines = new ArrayList<>();
        String word =
                finding.severity() == Severity.FINE ? "ok" : finding.severity().word();
        lines.add(Line.of(Kind.RESULT)
                .add(style(finding.severity()), word)
                .add(" ".repeat(WIDTH - word.length()) + finding.sentence()));
        finding.remedy()
                .ifPresent(remedy -> remedy.lines()
                        .forEach(text ->
                                lines.add(Line.of(Kind.RESULT).add(Style.FAINT, " ".repeat(WIDTH) + "-> " + text))));
        return lines;
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case FINE -> Style.DONE;
            case NOTE -> Style.CAUTION;
            case PROBLEM -> Style.BAD;
        };
    }

    /** As a value for {@link Json}; the names of the fields do not change. */
    static Map<String, Object> json(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("topic", finding.topic().key());
        fields.put("severity", finding.severity().word());
        fields.put("sentence", finding.sentence());
        fields.put("remedy", finding.remedy().orElse(""));
        return fields;
    }
}
