package dev.reflux.schema;

/**
 * A piece of DDL.
 *
 * @param source what a message names when PostgreSQL refuses the text: a file, or for instance {@code entity com.example.Booking}
 * @param text statements, each ended by a semicolon
 */
public record SchemaScript(String source, String text) {}
