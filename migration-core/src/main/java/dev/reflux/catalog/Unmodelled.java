package dev.reflux.catalog;

/**
 * Something that a database has and a {@link Catalog} does not describe. It is named in every report, for nobody should believe
 * that it was compared.
 *
 * @param kind what it is, for instance {@code operator class}
 * @param name its name, with its schema where it has one
 */
public record Unmodelled(String kind, String name) {

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
