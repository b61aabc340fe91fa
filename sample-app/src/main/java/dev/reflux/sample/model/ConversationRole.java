package dev.reflux.sample.model;

import org.jooq.EnumType;
import org.jooq.Schema;

/** Who says something in a support session. */
public enum ConversationRole implements EnumType {
    CUSTOMER("customer"),
    ASSISTANT("assistant"),
    STAFF("staff");

    private final String literal;

    ConversationRole(String literal) {
        this.literal = literal;
    }

    @Override
    public Schema getSchema() {
        return Models.PUBLIC;
    }

    @Override
    public String getName() {
        return "conversation_role";
    }

    @Override
    public String getLiteral() {
        return literal;
    }
}
