package dev.reflux.sql;

/**
 * A token and where it stands.
 *
 * @param kind what it is
 * @param start its first index in the text
 * @param end the index after it
 */
record Token(TokenKind kind, int start, int end) {}
