package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.diff.Stage;
import dev.reflux.r2dbc.SchemaDifference;
import dev.reflux.r2dbc.SchemaProof;
import dev.reflux.r2dbc.catalog.SchemaFailedException;
import dev.reflux.r2dbc.catalog.ScratchRefusedException;
import java.util.List;

/**
 * Tries a generated revision before it is written.
 *
 * @param work has the databases
 * @param terminal hears of a proof that is not possible
 */
record RevisionProof(SchemaWork work, Terminal terminal) {

    private static final String REMEDY =
            "Nothing is written. This is a fault of Reflux, which belongs into a bug report."
                    + " To write the revision all the same, and correct it: --no-proof";

    /**
     * Goes up and down on an empty copy of the structure. Where no copy can be made, that is said.
     *
     * @throws MigrationException if the revision would not do what it should
     */
    void check(SchemaDifference difference, List<Stage> stages) {
        try {
            List<String> problems = work.await(
                            "Trying the revision on an empty copy of the structure",
                            new SchemaProof(work.schemas(), difference, stages).problems())
                    .orElse(List.of());
            if (!problems.isEmpty()) {
                throw new MigrationException("The generated revision does not do what it should:\n  "
                        + String.join("\n  ", problems) + "\n" + REMEDY);
            }
        } catch (ScratchRefusedException e) {
            terminal.print(Line.warning("The revision is written without having been tried. " + e.getMessage()));
        } catch (SchemaFailedException e) {
            throw new MigrationException(
                    "The generated revision fails on an empty copy of the structure.\n" + e.getMessage() + "\n"
                            + REMEDY,
                    e);
        }
    }
}
