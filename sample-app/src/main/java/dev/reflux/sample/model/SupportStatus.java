package dev.reflux.sample.model;

import org.jooq.EnumType;
import org.jooq.Schema;

/** How far a support session is. */
public enum SupportStatus implements EnumType {
    OPEN("open"),
    WAITING("waiting"),
    RESOLVED("resolved");

    private final String literal;

    SupportStatus(String literal) {
        this.literal = literal;
    }

    @Override
    public Schema getSchema() {
        return Models.PUBLIC;
    }

    @Override
    public String getName() {
        return "support_status";
    }

    @Override
    public String getLiteral() {
        return literal;
    }
}
