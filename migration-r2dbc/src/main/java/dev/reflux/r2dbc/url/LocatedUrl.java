package dev.reflux.r2dbc.url;

/**
 * A connection URL and where it was found.
 *
 * @param origin for messages: {@code DATABASE_URL in the environment}
 */
public record LocatedUrl(ConnectionUrl url, String origin) {}
