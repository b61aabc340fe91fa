package dev.reflux.r2dbc;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.Unmodelled;
import dev.reflux.diff.Change;
import dev.reflux.diff.Rename;
import dev.reflux.diff.SchemaDiff;
import dev.reflux.diff.Stage;
import dev.reflux.diff.Stages;
import java.util.List;
import java.util.function.UnaryOperator;

/** How a database differs from what is desired. Immutable. */
public final class SchemaDifference {

    private final Catalog before;
    private final Catalog after;
    private final List<Rename> renames;
    private final UnaryOperator<List<Stage>> review;
    private final List<Change> changes;

    /**
     * Finds out the difference, which takes a moment where there are thousands of tables.
     *
     * @param before what the database has, under the new names of what is renamed
     * @param after what is desired; what is not compared is as the database has it
     * @param renames what gets another name first
     * @param review may change what is generated, see {@link SchemaComparison.Builder#review}
     */
    public SchemaDifference(Catalog before, Catalog after, List<Rename> renames, UnaryOperator<List<Stage>> review) {
        this.before = before;
        this.after = after;
        this.renames = List.copyOf(renames);
        this.review = review;
        this.changes = SchemaDiff.between(before, after).changes();
    }

    /** What the database has, under the new names of what is renamed. */
    public Catalog before() {
        return before;
    }

    /** What is desired; what is not compared is as the database has it. */
    public Catalog after() {
        return after;
    }

    /** What gets another name first. */
    public List<Rename> renames() {
        return renames;
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return renames.isEmpty() && changes.isEmpty();
    }

    /** The changes besides the renames, in the order of their statements. */
    public List<Change> changes() {
        return changes;
    }

    /** The changes in parts that can be revisions, after the renames. */
    public List<Stage> stages(Stages.IndexBuild indexBuild) {
        return List.copyOf(review.apply(Stages.between(before, after, indexBuild)));
    }

    /** The statements of the renames. */
    public List<String> renameStatements() {
        return Schemas.statements(renames);
    }

    /** The statements that give the old names back. */
    public List<String> reverseRenameStatements() {
        return Schemas.reverseStatements(renames);
    }

    /** What is in the database and was not compared, for no catalog describes it. */
    public List<Unmodelled> unmodelled() {
        return before.unmodelled();
    }
}
