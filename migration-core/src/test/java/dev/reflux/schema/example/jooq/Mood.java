package dev.reflux.schema.example.jooq;

import org.jooq.EnumType;

/** An enum type that says no schema, with a label that has to be quoted. */
public enum Mood implements EnumType {
    GOOD("good"),
    SO_SO("so'so");

    private final String literal;

    Mood(String literal) {
        this.literal = literal;
    }

    @Override
    public String getName() {
        return "Mood";
    }

    @Override
    public String getLiteral() {
        return literal;
    }
}
