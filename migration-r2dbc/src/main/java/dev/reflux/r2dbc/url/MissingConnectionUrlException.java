package dev.reflux.r2dbc.url;

import dev.reflux.MigrationException;
import java.io.Serial;
import java.util.List;

/** No connection URL was given in any of the places where one may stand. */
public final class MissingConnectionUrlException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> places;

    MissingConnectionUrlException(String message, List<String> places) {
        super(message);
        this.places = List.copyOf(places);
    }

    /** Where it was looked for, in that order. */
    public List<String> places() {
        return places;
    }
}
