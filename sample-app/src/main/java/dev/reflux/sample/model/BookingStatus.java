package dev.reflux.sample.model;

import org.jooq.EnumType;
import org.jooq.Schema;

/** How far a booking is. */
public enum BookingStatus implements EnumType {
    PENDING("pending"),
    CONFIRMED("confirmed"),
    COMPLETED("completed"),
    CANCELLED("cancelled"),
    NO_SHOW("no_show");

    private final String literal;

    BookingStatus(String literal) {
        this.literal = literal;
    }

    @Override
    public Schema getSchema() {
        return Models.PUBLIC;
    }

    @Override
    public String getName() {
        return "booking_status";
    }

    @Override
    public String getLiteral() {
        return literal;
    }
}
