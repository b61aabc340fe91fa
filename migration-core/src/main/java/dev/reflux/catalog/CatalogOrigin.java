package dev.reflux.catalog;

/**
 * Where a catalog comes from, as far as it matters to who writes SQL for it.
 *
 * @param majorVersion the server's version, for instance 18
 * @param role the role that read it, and that will own what is made
 */
public record CatalogOrigin(int majorVersion, String role) {}
