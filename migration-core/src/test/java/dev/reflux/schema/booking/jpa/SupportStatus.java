package dev.reflux.schema.booking.jpa;

/** How far a support session is. */
public enum SupportStatus {
    OPEN,
    WAITING,
    RESOLVED
}
