package dev.reflux.spring;

import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.Migrator;
import reactor.core.publisher.Mono;

/** Tells how the database stands to the revisions of the application, on a connection of its pool where it has one. */
public final class SchemaStatus {

    private final Migrator migrator;

    SchemaStatus(Migrator migrator) {
        this.migrator = migrator;
    }

    /** Asks the database: one round trip, no lock. */
    public Mono<MigrationStatus> now() {
        return migrator.status();
    }
}
