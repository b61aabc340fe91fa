package dev.reflux.spring;

import dev.reflux.r2dbc.Migrator;
import dev.reflux.r2dbc.StateTable;
import dev.reflux.source.Migrations;
import io.r2dbc.spi.ConnectionFactory;

/**
 * The migrators that the properties describe.
 *
 * @param properties how they behave
 * @param connections what they connect to
 * @param migrations the revisions
 */
record ConfiguredMigrators(RefluxProperties properties, MigrationConnections connections, Migrations migrations) {

    /** For runs. */
    Migrator forRuns() {
        return on(connections.forRuns());
    }

    /** For asking how the schema stands, on connections that are there already. */
    Migrator forStatus() {
        return on(connections.forStatus());
    }

    private Migrator on(ConnectionFactory factory) {
        return Migrator.builder(factory)
                .migrations(migrations)
                .stateTable(new StateTable(properties.schema(), properties.stateTable()))
                .lockTimeout(properties.lockTimeout())
                .waitLimit(properties.waitLimit())
                .blockedLimit(properties.blockedLimit())
                .connectLimit(properties.connectLimit())
                .gaps(properties.gaps())
                .build();
    }
}
