/**
 * SQL text: splits a script into the statements that the server would see, keeps their places in the file, and says of each
 * what a runner has to know before it sends it.
 *
 * <p>The lexical rules are those of PostgreSQL's own scanner ({@code src/backend/parser/scan.l}, and
 * {@code src/fe_utils/psqlscan.l} for the ends of statements), with {@code standard_conforming_strings} on; see the manual,
 * chapter "Lexical Structure". Everything here is pure, and linear in the length of the text.
 */
@NullMarked
package dev.reflux.sql;

import org.jspecify.annotations.NullMarked;
