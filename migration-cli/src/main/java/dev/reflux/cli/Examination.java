package dev.reflux.cli;

import dev.reflux.r2dbc.doctor.Diagnosis;
import dev.reflux.r2dbc.doctor.Doctor;
import dev.reflux.source.LoadedMigrations;
import java.util.Objects;
import java.util.Optional;

/** Looks at the database of a command. */
final class Examination {

    private Examination() {}

    /**
     * Blocks until everything has been looked at.
     *
     * @param migrations the revisions to compare with; empty if there are none
     */
    static Diagnosis of(Invocation invocation, Database database, Optional<LoadedMigrations> migrations) {
        Doctor plain = Doctor.of(
                        database.connections(), invocation.surroundings().clock())
                .stateTable(invocation.options().stateTable())
                .markedConnections(database.connectionsWith(Doctor.MARK, "1"));
        Doctor doctor = migrations.map(loaded -> plain.migrations(() -> loaded)).orElse(plain);
        return database.explained(() -> Objects.requireNonNull(doctor.examine().block()));
    }
}
