package dev.reflux.source;

import dev.reflux.Migration;
import dev.reflux.Revision;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Classes of migrations that the caller names.
 *
 * @param types each is created when its step begins
 */
record GivenClasses(List<Class<? extends Migration>> types) implements FoundMigrations {

    GivenClasses {
        types = List.copyOf(types);
    }

    @Override
    public Findings find() {
        Findings findings = new Findings();
        for (Class<? extends Migration> type : types) {
            if (type.isAnnotationPresent(Revision.class)) {
                new RevisionClass(type, type.getName(), Optional.empty(), GivenClasses::constructible).addTo(findings);
            } else {
                findings.addUnidentified(GivenMigrations.unannotated(type));
            }
        }
        return findings;
    }

    private static boolean constructible(Class<?> type) {
        return Arrays.stream(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
    }
}
