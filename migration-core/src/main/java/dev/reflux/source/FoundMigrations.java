package dev.reflux.source;

import dev.reflux.revision.InvalidGraphException;

/** A place to look for revisions that can say what it found even where it found mistakes. */
@FunctionalInterface
interface FoundMigrations extends Migrations {

    /** Looks. Reports what it cannot read among the findings and does not throw for it. */
    Findings find();

    @Override
    default LoadedMigrations load() {
        return find().load();
    }

    /** What any collection yields, whoever implements it. */
    static Findings findIn(Migrations migrations) {
        if (migrations instanceof FoundMigrations found) {
            return found.find();
        }
        Findings findings = new Findings();
        try {
            migrations.load().revisions().values().stream()
                    .sorted(java.util.Comparator.comparing(LoadedRevision::id))
                    .forEach(findings::add);
        } catch (InvalidGraphException e) {
            findings.addUnidentified(e.problems());
        }
        return findings;
    }
}
