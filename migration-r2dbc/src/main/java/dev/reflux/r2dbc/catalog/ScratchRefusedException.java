package dev.reflux.r2dbc.catalog;

import dev.reflux.MigrationException;
import java.io.Serial;
import java.util.List;

/** An empty place cannot be made here, or DDL cannot be run in it faithfully. Says every reason and the way out. */
public final class ScratchRefusedException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    ScratchRefusedException(List<String> reasons, String remedy) {
        super((reasons.size() == 1 ? reasons.get(0) : "- " + String.join("\n- ", reasons)) + "\n" + remedy);
        this.reasons = List.copyOf(reasons);
    }

    /** Each reason, a sentence. */
    public List<String> reasons() {
        return reasons;
    }
}
