package dev.reflux.schema.booking.jpa;

/** How far a booking is. */
public enum BookingStatus {
    PENDING,
    CONFIRMED,
    COMPLETED,
    CANCELLED
}
