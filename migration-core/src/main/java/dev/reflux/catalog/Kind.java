package dev.reflux.catalog;

import java.util.Locale;

/**
 * A kind of object of a PostgreSQL database.
 *
 * <p>What PostgreSQL can change on its own is a kind of its own: the default of a column, a comment, the privileges of one
 * grantee. So a difference is small, and a replaced object brings its comment and its privileges back without special care.
 *
 * <p>The order of the constants is the order in which objects are written where nothing else decides.
 */
public enum Kind {
    SCHEMA("schema", Shape.GLOBAL, Namespace.SCHEMA),
    EXTENSION("extension", Shape.GLOBAL, Namespace.OWN),
    COLLATION("collation", Shape.IN_SCHEMA, Namespace.OWN),
    ENUM("enum type", Shape.IN_SCHEMA, Namespace.TYPE),
    RANGE("range type", Shape.IN_SCHEMA, Namespace.TYPE),
    /** A composite type that somebody made with {@code CREATE TYPE}; the row type of a table is no object of its own. */
    COMPOSITE("composite type", Shape.IN_SCHEMA, Namespace.RELATION),
    DOMAIN("domain", Shape.IN_SCHEMA, Namespace.TYPE),
    DOMAIN_CHECK("domain constraint", Shape.PART, Namespace.CONSTRAINT),
    SEQUENCE("sequence", Shape.IN_SCHEMA, Namespace.RELATION),
    TEXT_SEARCH_DICTIONARY("text search dictionary", Shape.IN_SCHEMA, Namespace.OWN),
    TEXT_SEARCH_CONFIGURATION("text search configuration", Shape.IN_SCHEMA, Namespace.OWN),
    FUNCTION("function", Shape.IN_SCHEMA, Namespace.ROUTINE),
    PROCEDURE("procedure", Shape.IN_SCHEMA, Namespace.ROUTINE),
    OPERATOR("operator", Shape.IN_SCHEMA, Namespace.OWN),
    OPERATOR_FAMILY("operator family", Shape.IN_SCHEMA, Namespace.OWN),
    OPERATOR_CLASS("operator class", Shape.IN_SCHEMA, Namespace.OWN),
    AGGREGATE("aggregate", Shape.IN_SCHEMA, Namespace.ROUTINE),
    TABLE("table", Shape.IN_SCHEMA, Namespace.RELATION),
    COLUMN("column", Shape.PART, Namespace.OWN),
    /** The default of a column; the expression of a generated column belongs to the column. */
    DEFAULT("default", Shape.PART, Namespace.OWN),
    /** The column whose removal takes a sequence with it ({@code OWNED BY}). */
    SEQUENCE_OWNER("owner of the sequence", Shape.PART, Namespace.OWN),
    PRIMARY_KEY("primary key", Shape.PART, Namespace.CONSTRAINT),
    UNIQUE("unique constraint", Shape.PART, Namespace.CONSTRAINT),
    CHECK("check constraint", Shape.PART, Namespace.CONSTRAINT),
    EXCLUSION("exclusion constraint", Shape.PART, Namespace.CONSTRAINT),
    INDEX("index", Shape.PART, Namespace.RELATION),
    FOREIGN_KEY("foreign key", Shape.PART, Namespace.CONSTRAINT),
    STATISTICS("statistics object", Shape.IN_SCHEMA, Namespace.OWN),
    VIEW("view", Shape.IN_SCHEMA, Namespace.RELATION),
    MATERIALIZED_VIEW("materialized view", Shape.IN_SCHEMA, Namespace.RELATION),
    RULE("rule", Shape.PART, Namespace.OWN),
    TRIGGER("trigger", Shape.PART, Namespace.OWN),
    POLICY("policy", Shape.PART, Namespace.OWN),
    /** Row security of a table: enabled, forced, or both. */
    ROW_SECURITY("row security", Shape.PART, Namespace.OWN),
    /** How a table identifies its rows to logical replication, where that is not by its primary key. */
    REPLICA_IDENTITY("replica identity", Shape.PART, Namespace.OWN),
    CAST("cast", Shape.GLOBAL, Namespace.OWN),
    PUBLICATION("publication", Shape.GLOBAL, Namespace.OWN),
    EVENT_TRIGGER("event trigger", Shape.GLOBAL, Namespace.OWN),
    /** What objects that a role makes later grant to one grantee ({@code ALTER DEFAULT PRIVILEGES}). */
    DEFAULT_PRIVILEGE("default privileges", Shape.GLOBAL, Namespace.OWN),
    /** The privileges of one grantee on one object, where they differ from what PostgreSQL grants by itself. */
    PRIVILEGE("privileges", Shape.PART, Namespace.OWN),
    COMMENT("comment", Shape.PART, Namespace.OWN);

    /** Where objects of a kind live. */
    public enum Shape {
        /** In the database itself. */
        GLOBAL,
        /** In a schema, next to others. */
        IN_SCHEMA,
        /** In another object, with which they disappear. */
        PART
    }

    /** Which kinds share their names: two objects of one namespace cannot have the same name at the same time. */
    public enum Namespace {
        SCHEMA,
        RELATION,
        TYPE,
        ROUTINE,
        CONSTRAINT,
        OWN
    }

    private final String label;
    private final Shape shape;
    private final Namespace namespace;

    Kind(String label, Shape shape, Namespace namespace) {
        this.label = label;
        this.shape = shape;
        this.namespace = namespace;
    }

    /** What a person calls it, for instance {@code foreign key}. */
    public String label() {
        return label;
    }

    /** The name in settings and JSON, for instance {@code foreign-key}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where objects of this kind live. */
    public Shape shape() {
        return shape;
    }

    /** With which kinds this one shares its names. */
    public Namespace namespace() {
        return namespace;
    }

    /** Whether objects of this kind are part of another object, and disappear with it. */
    public boolean isPart() {
        return shape == Shape.PART;
    }

    /**
     * Whether the name of an object of this kind has more than a name in it, and is quoted where that is needed: the types of its
     * arguments, or the kind of index that it is for.
     */
    public boolean hasSignature() {
        return namespace == Namespace.ROUTINE || this == OPERATOR || this == OPERATOR_FAMILY || this == OPERATOR_CLASS;
    }

    /** Whether rows are stored in objects of this kind. */
    public boolean holdsRows() {
        return this == TABLE || this == COLUMN;
    }
}
