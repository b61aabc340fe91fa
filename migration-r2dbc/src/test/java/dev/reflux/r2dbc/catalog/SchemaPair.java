package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.diff.SchemaDiff;
import dev.reflux.diff.Stage;
import dev.reflux.diff.Stages;
import dev.reflux.diff.Stages.IndexBuild;
import io.r2dbc.spi.R2dbcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An old and a new schema, and what must hold between them.
 *
 * @param before DDL of the old one
 * @param after DDL of the new one
 */
record SchemaPair(String before, String after) {

    private static final int NEWEST = 18;

    /** A syntax error, an unknown parameter, or something that is not supported. */
    private static final Set<String> NEWER_SYNTAX = Set.of("42601", "22023", "0A000");

    /**
     * The generated upgrade gives the catalog of the new schema, a second diff is empty, the generated downgrade gives the catalog
     * of the old one, and the same upgrade works once more.
     */
    void check(PairPlace place) {
        try {
            check(place.empty(), place.live(), place.majorVersion());
        } finally {
            place.clear();
        }
    }

    private void check(CatalogSession empty, CatalogSession live, int majorVersion) {
        Catalog desired = orSkipped(majorVersion, () -> empty.after(after));
        orSkipped(majorVersion, () -> {
            live.run(before);
            return true;
        });
        Catalog old = live.read();
        List<Stage> way = Stages.between(old, desired, IndexBuild.IN_TRANSACTION);
        List<Stage> back = new ArrayList<>(way);
        Collections.reverse(back);

        Catalog upgraded = upgrade(live, way);
        assertThat(differences(upgraded, desired)).as(() -> text(way)).isEmpty();
        assertThat(SchemaDiff.between(upgraded, desired).statements()).isEmpty();

        back.forEach(stage -> run(live, stage.downgradeStatements()));
        assertThat(differences(live.read(), old)).as(() -> text(way)).isEmpty();

        assertThat(differences(upgrade(live, way), desired)).as(() -> text(way)).isEmpty();
    }

    private static Catalog upgrade(CatalogSession live, List<Stage> way) {
        way.forEach(stage -> run(live, stage.upgradeStatements()));
        return live.read();
    }

    private static void run(CatalogSession live, List<String> statements) {
        String script = script(statements);
        try {
            live.run(script);
        } catch (R2dbcException e) {
            throw new AssertionError(script + "fails: " + e.getMessage(), e);
        }
    }

    private static String text(List<Stage> way) {
        return way.stream()
                .map(stage -> script(stage.upgradeStatements()) + "-- and back\n" + script(stage.downgradeStatements()))
                .collect(Collectors.joining("-- then\n"));
    }

    /** A server that lacks an extension, or is too old for the syntax, cannot try the pair. */
    private static <T> T orSkipped(int majorVersion, Supplier<T> work) {
        try {
            return work.get();
        } catch (R2dbcException e) {
            String message = String.valueOf(e.getMessage());
            boolean tooOld = majorVersion < NEWEST && NEWER_SYNTAX.contains(String.valueOf(e.getSqlState()));
            assumeFalse(tooOld || message.contains("is not available"), message);
            throw e;
        }
    }

    /** The statements as one text. */
    static String script(List<String> statements) {
        return statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
    }

    /** What one catalog has and the other lacks, both ways. */
    static List<String> differences(Catalog actual, Catalog expected) {
        Set<String> actually = described(actual);
        Set<String> expectedly = described(expected);
        List<String> differences = new ArrayList<>();
        expectedly.stream()
                .filter(line -> !actually.contains(line))
                .forEach(line -> differences.add("missing: " + line));
        actually.stream()
                .filter(line -> !expectedly.contains(line))
                .forEach(line -> differences.add("too much: " + line));
        return differences;
    }

    private static Set<String> described(Catalog catalog) {
        Set<String> described = new TreeSet<>();
        for (CatalogObject object : catalog.objects()) {
            described.add(object.id() + " " + new TreeMap<>(object.attributes().values()));
        }
        return described;
    }
}
