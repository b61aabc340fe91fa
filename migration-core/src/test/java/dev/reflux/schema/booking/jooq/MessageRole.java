package dev.reflux.schema.booking.jooq;

import org.jooq.EnumType;
import org.jooq.Schema;

/** Who wrote a message. */
public enum MessageRole implements EnumType {
    CUSTOMER("customer"),
    ASSISTANT("assistant"),
    AGENT("agent");

    private final String literal;

    MessageRole(String literal) {
        this.literal = literal;
    }

    @Override
    public Schema getSchema() {
        return Public.PUBLIC;
    }

    @Override
    public String getName() {
        return "message_role";
    }

    @Override
    public String getLiteral() {
        return literal;
    }
}
