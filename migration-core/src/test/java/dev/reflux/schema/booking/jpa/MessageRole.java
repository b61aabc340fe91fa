package dev.reflux.schema.booking.jpa;

/** Who wrote a message. */
public enum MessageRole {
    CUSTOMER,
    ASSISTANT,
    AGENT
}
