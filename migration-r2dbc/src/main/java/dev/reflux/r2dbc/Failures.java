package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import io.r2dbc.spi.R2dbcException;

/** Turns whatever ends a run into a {@link MigrationException} that a person can act on. */
final class Failures {

    /** The driver's SQLSTATE for a connection that never stood. */
    private static final String CONNECTION_DOES_NOT_EXIST = "08003";

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
            return SecureFailure.explain(database).orElseGet(() -> database(database));
        }
        return error;
    }

    private static MigrationException database(R2dbcException error) {
        String message = String.valueOf(error.getMessage());
        return switch (String.valueOf(error.getSqlState())) {
            case "28P01", "28000" ->
                new MigrationException(
                        "The database refused the login: " + message + ".\nCheck the user and the password.", error);
            case "3D000" ->
                new MigrationException(message + ".\nCreate it, or correct its name in the connection string.", error);
            case CONNECTION_DOES_NOT_EXIST ->
                new MigrationException(
                        message + reason(error) + ".\nCheck host and port, and that the server runs.", error);
            default ->
                new MigrationException(
                        "The connection to the database failed: " + message
                                + ".\nEvery committed step is recorded; run again to go on from there.",
                        error);
        };
    }

    /** What the network said; the driver's message names the address alone. */
    private static String reason(R2dbcException error) {
        Throwable cause = error.getCause();
        return cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
    }
}
