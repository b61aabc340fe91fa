package dev.reflux.cli;

import dev.reflux.diff.Rename;
import dev.reflux.r2dbc.SchemaDifference;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The way from one schema to another, or back.
 *
 * @param difference what it covers, with the renames that come first
 * @param lastRenames what is renamed in the end, on the way back
 * @param lastStatements the statements for that
 */
record SchemaWay(SchemaDifference difference, List<Rename> lastRenames, List<String> lastStatements) {

    SchemaWay {
        lastRenames = List.copyOf(lastRenames);
        lastStatements = List.copyOf(lastStatements);
    }

    /** The way that a difference describes. */
    static SchemaWay forward(SchemaDifference difference) {
        return new SchemaWay(difference, List.of(), List.of());
    }

    /** The way back. */
    static SchemaWay back(SchemaDifference difference) {
        return new SchemaWay(
                new SchemaDifference(
                        /* before= */ difference.after(),
                        /* after= */ difference.before(),
                        List.of(),
                        UnaryOperator.identity()),
                difference.renames().stream()
                        .map(rename -> new Rename(rename.renamed(), rename.id().name()))
                        .toList(),
                difference.reverseRenameStatements());
    }
}
