package dev.reflux.source;

import java.net.URL;

/**
 * A SQL revision that is no file of a directory: an entry of a jar, for instance.
 *
 * @param name what messages call it, for instance {@code db/migrations/3f2a9c1b7d04_add_phone.sql}
 * @param location where its content is
 */
public record SqlResource(String name, URL location) {}
