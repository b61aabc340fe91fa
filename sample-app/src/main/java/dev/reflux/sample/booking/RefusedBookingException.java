package dev.reflux.sample.booking;

import java.io.Serial;

/** Why a booking cannot be made, for the customer. */
public final class RefusedBookingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What kind of reason it is. */
    public enum Reason {
        /** The request makes no sense. */
        UNFIT,
        /** Somebody else was faster. */
        TAKEN
    }

    private final Reason reason;
    private final String field;

    RefusedBookingException(Reason reason, String field, String message) {
        super(message);
        this.reason = reason;
        this.field = field;
    }

    /** What kind of reason it is. */
    public Reason reason() {
        return reason;
    }

    /** The field of the request that has to change. */
    public String field() {
        return field;
    }
}
