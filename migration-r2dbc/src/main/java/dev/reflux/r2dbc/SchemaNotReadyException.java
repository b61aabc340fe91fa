package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Sentences;
import java.io.Serial;
import java.time.Duration;
import java.util.List;

/** The database lacks revisions that the code needs, and this process was told not to run them. Nothing was written. */
public final class SchemaNotReadyException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<RevisionId> missing;

    private SchemaNotReadyException(String message, List<RevisionId> missing) {
        super(message);
        this.missing = List.copyOf(missing);
    }

    static SchemaNotReadyException now(List<RevisionId> missing) {
        return new SchemaNotReadyException(
                sentence(missing) + ", and this process may only check.\nMigrate first: reflux upgrade", missing);
    }

    static SchemaNotReadyException after(Duration waited, List<RevisionId> missing) {
        return new SchemaNotReadyException(
                "Gave up after waiting " + waited.toSeconds() + " s for others to migrate. " + sentence(missing)
                        + ".\nSee whether a run is at work, or migrate: reflux upgrade",
                missing);
    }

    /** {@code The database lacks 2 revisions: "a" and "b"}. */
    private static String sentence(List<RevisionId> missing) {
        return "The database lacks " + Sentences.count(missing.size(), "revision") + ": "
                + Sentences.quotedAll(missing);
    }

    /** The revisions that are not applied, in the order in which an upgrade would run them. */
    public List<RevisionId> missing() {
        return missing;
    }
}
