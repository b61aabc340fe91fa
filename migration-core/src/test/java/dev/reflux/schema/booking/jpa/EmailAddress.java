package dev.reflux.schema.booking.jpa;

/** Where mail arrives. */
public record EmailAddress(String text) {}
