package dev.reflux.schema.example.nothing;

/** Neither a jOOQ table nor an entity. */
public final class Nothing {}
