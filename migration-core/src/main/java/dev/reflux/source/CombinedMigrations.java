package dev.reflux.source;

import java.util.List;

/**
 * Several places taken together.
 *
 * @param parts in the order in which they are searched
 */
record CombinedMigrations(List<Migrations> parts) implements FoundMigrations {

    CombinedMigrations {
        parts = List.copyOf(parts);
    }

    @Override
    public Findings find() {
        Findings findings = new Findings();
        parts.forEach(part -> findings.addAll(FoundMigrations.findIn(part)));
        return findings;
    }
}
