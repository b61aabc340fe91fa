package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import io.r2dbc.spi.R2dbcException;

/** Turns whatever ends a run into a {@link MigrationException} that a person can act on. */
final class Failures {

    private Failures() {}

    static Throwable explain(Throwable error) {
        if (error instanceof MigrationException) {
            return error;
        }
        if (error instanceof ServerFailure failure) {
            return new MigrationException(
                    "The state table could not be written. " + FailureReport.server(failure.error()));
        }
        if (error instanceof R2dbcException database) {
            return database(database);
        }
        return error;
    }

    private static MigrationException database(R2dbcException error) {
        String state = error.getSqlState() == null ? "" : error.getSqlState();
        String message = String.valueOf(error.getMessage());
        return switch (state) {
            case "28P01", "28000" ->
                new MigrationException(
                        "The database refused the login: " + message + ".\nCheck the user and the password.", error);
            case "3D000" ->
                new MigrationException(message + ".\nCreate it, or correct its name in the connection string.", error);
            default ->
                new MigrationException(
                        "The connection to the database failed: " + message
                                + ".\nEvery committed step is recorded; run again to go on from there.",
                        error);
        };
    }
}
