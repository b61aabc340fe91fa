package dev.reflux.catalog;

import dev.reflux.sql.Identifier;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an object: its kind, its name, and the object in which it lives. A column lives in a table, a table in a
 * schema, a comment in what it describes.
 *
 * <p>A value like a record. It is a class because it is the key of every map of a comparison: the hash code is found out once
 * and not along the whole path each time.
 */
public final class ObjectId implements Comparable<ObjectId> {

    private static final Comparator<ObjectId> ORDER =
            Comparator.comparing(ObjectId::path).thenComparing(ObjectId::kind).thenComparing(ObjectId::toString);

    private final Kind kind;
    private final @Nullable ObjectId home;
    private final String name;
    private final int hash;

    /**
     * An identity.
     *
     * @param kind what it is
     * @param home where it lives; null for objects of the database itself, such as schemas
     * @param name the name as the catalog has it, not quoted; for functions, procedures and aggregates the quoted name with
     *     the types of the arguments, for instance {@code "Add"(integer,integer)}; for a privilege the grantee; empty for
     *     what an object has once, such as a comment
     */
    public ObjectId(Kind kind, @Nullable ObjectId home, String name) {
        this.kind = kind;
        this.home = home;
        this.name = name;
        this.hash = hash(kind, home, name);
    }

    /** Names that differ in one letter, in every table the same: sums of their hash codes would meet, products do not. */
    private static int hash(Kind kind, @Nullable ObjectId home, String name) {
        int path = home == null ? 0 : home.hash;
        int mixed =
                (path * 0x9E3779B1 + name.hashCode()) * 0x85EBCA6B + kind.name().hashCode();
        return mixed ^ mixed >>> 15;
    }

    /** An object of the database itself. */
    public static ObjectId global(Kind kind, String name) {
        return new ObjectId(kind, null, name);
    }

    /** A schema. */
    public static ObjectId schema(String name) {
        return global(Kind.SCHEMA, name);
    }

    /** An object in a schema. */
    public static ObjectId of(Kind kind, String schema, String name) {
        return schema(schema).child(kind, name);
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** Where it lives; null for objects of the database itself. */
    public @Nullable ObjectId home() {
        return home;
    }

    /** The name as the catalog has it, see the constructor. */
    public String name() {
        return name;
    }

    /** An object that lives in this one. */
    public ObjectId child(Kind kind, String name) {
        return new ObjectId(kind, this, name);
    }

    /** What an object has once: its comment, its default. */
    public ObjectId child(Kind kind) {
        return child(kind, "");
    }

    /** The object in which it lives; empty for objects of the database itself. */
    public Optional<ObjectId> owner() {
        return Optional.ofNullable(home);
    }

    /** The object in which it lives. Only for kinds that live in one. */
    public ObjectId requireOwner() {
        if (home == null) {
            throw new IllegalStateException(this + " lives in no other object");
        }
        return home;
    }

    /** The object of which it is a part, up to one that stands for itself: a table for a comment on its column. */
    public ObjectId whole() {
        return kind.isPart() ? requireOwner().whole() : this;
    }

    /** The schema in which it lives, or which it is; empty for other objects of the database itself. */
    public Optional<String> schema() {
        return kind == Kind.SCHEMA ? Optional.of(name) : owner().flatMap(ObjectId::schema);
    }

    /** The name as SQL takes it, without the schema. */
    public String quotedName() {
        return kind.hasSignature() ? name : Identifier.quote(name);
    }

    /** The name as SQL takes it, with the schema where there is one. An index is named by its schema, not by its table. */
    public String qualifiedName() {
        return schema().filter(schema -> kind != Kind.SCHEMA)
                .map(schema -> Identifier.quote(schema) + "." + quotedName())
                .orElseGet(this::quotedName);
    }

    /** The name as a message shows it, for instance {@code column public.customers.phone}. */
    @Override
    public String toString() {
        return kind.label() + " " + described();
    }

    private String described() {
        return switch (kind) {
            case COMMENT, ROW_SECURITY, REPLICA_IDENTITY, DEFAULT, SEQUENCE_OWNER -> "of " + requireOwner();
            case PRIVILEGE -> "of " + name + " on " + requireOwner();
            default -> path();
        };
    }

    private String path() {
        return home == null ? quotedName() : home.path() + "." + quotedName();
    }

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ObjectId id
                        && hash == id.hash
                        && kind == id.kind
                        && name.equals(id.name)
                        && Objects.equals(home, id.home));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
