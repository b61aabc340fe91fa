package dev.reflux.source;

import dev.reflux.sql.Script;
import dev.reflux.sql.SqlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections of a SQL revision file, from the first marker to the end. Not thread-safe. */
final class SqlSections {

    /** After so many problems the rest of the file is of no interest. */
    private static final int MOST_PROBLEMS = 20;

    private final String text;
    private final String origin;
    private final List<String> problems = new ArrayList<>();
    private Optional<Script> upgrade = Optional.empty();
    private Optional<Script> downgrade = Optional.empty();

    private SqlSections(String text, String origin) {
        this.text = text;
        this.origin = origin;
    }

    /**
     * Splits each section into its statements.
     *
     * @param markers of the file, in its order
     */
    static SqlSections read(String text, List<Marker> markers, String origin) {
        SqlSections sections = new SqlSections(text, origin);
        for (int i = 0; i < markers.size() && sections.problems.size() < MOST_PROBLEMS; i++) {
            int end = i + 1 < markers.size() ? markers.get(i + 1).offset() : text.length();
            sections.read(markers.get(i), end);
        }
        return sections;
    }

    /** Everything that is wrong, worded with places, in the order of the file. */
    List<String> problems() {
        return problems;
    }

    /** The statements; not to be used if there are problems. */
    MigrationCode.SqlCode code() {
        return new MigrationCode.SqlCode(upgrade.orElse(Script.EMPTY), downgrade);
    }

    private void read(Marker marker, int end) {
        marker.misspelt().ifPresent(sentence -> report(marker, sentence));
        switch (marker.meaning()) {
            case UPGRADE -> {
                refuseSecond(marker, upgrade);
                upgrade = Optional.of(parse(marker.offset(), end));
            }
            case DOWNGRADE -> {
                if (upgrade.isEmpty()) {
                    report(
                            marker,
                            "\"-- downgrade\" stands before \"-- upgrade\". Put the upgrade first; it may be empty.");
                }
                refuseSecond(marker, downgrade);
                downgrade = Optional.of(parse(marker.offset(), end));
            }
        }
    }

    private void refuseSecond(Marker marker, Optional<Script> first) {
        if (first.isPresent()) {
            report(marker, "there is a second \"-- " + marker.word() + "\". Put all its statements below the first.");
        }
    }

    private Script parse(int from, int to) {
        try {
            return Script.parse(text, from, to);
        } catch (SqlSyntaxException e) {
            e.problems().forEach(problem -> problems.add(Place.of(origin, problem)));
            return Script.EMPTY;
        }
    }

    private void report(Marker marker, String sentence) {
        problems.add(Place.line(origin, text, marker.offset(), sentence));
    }
}
