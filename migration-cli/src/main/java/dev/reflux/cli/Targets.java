package dev.reflux.cli;

import dev.reflux.revision.Target;
import java.util.List;

/** Looks at targets before anything slow happens. */
final class Targets {

    private Targets() {}

    /**
     * The same texts.
     *
     * @throws dev.reflux.revision.TargetException.Malformed if one has not the form of a target
     */
    static String[] checked(List<String> texts) {
        texts.forEach(Target::parse);
        return texts.toArray(String[]::new);
    }
}
