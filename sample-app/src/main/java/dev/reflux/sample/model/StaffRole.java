package dev.reflux.sample.model;

import org.jooq.EnumType;
import org.jooq.Schema;

/** What a member of the staff may do. */
public enum StaffRole implements EnumType {
    OWNER("owner"),
    MANAGER("manager"),
    EMPLOYEE("employee");

    private final String literal;

    StaffRole(String literal) {
        this.literal = literal;
    }

    @Override
    public Schema getSchema() {
        return Models.PUBLIC;
    }

    @Override
    public String getName() {
        return "staff_role";
    }

    @Override
    public String getLiteral() {
        return literal;
    }
}
