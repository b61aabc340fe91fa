package dev.reflux.sql;

import java.util.Map;
import java.util.Set;

/**
 * The settings that pg_dump writes at the head of a dump and between its objects; see {@code _doSetFixedOutputState} in
 * {@code src/bin/pg_dump/pg_backup_archiver.c}. Anyone who starts from a dump has them, and means nothing by them.
 */
final class DumpPreamble {

    private static final Map<String, Set<String>> VALUES = Map.ofEntries(
            Map.entry("statement_timeout", Set.of("0")),
            Map.entry("lock_timeout", Set.of("0")),
            Map.entry("idle_in_transaction_session_timeout", Set.of("0")),
            Map.entry("transaction_timeout", Set.of("0")),
            Map.entry("client_encoding", Set.of("utf8")),
            Map.entry("standard_conforming_strings", Set.of("on")),
            Map.entry("check_function_bodies", Set.of("false")),
            Map.entry("xmloption", Set.of("content")),
            Map.entry("client_min_messages", Set.of("warning")),
            Map.entry("escape_string_warning", Set.of("off")),
            Map.entry("row_security", Set.of("off", "on")));

    /** Their value is a name: of a tablespace, or of a table access method. */
    private static final Set<String> WITH_ANY_NAME = Set.of("default_tablespace", "default_table_access_method");

    private DumpPreamble() {}

    /** Whether a {@code SET} is one of them: exactly {@code SET name = value}. */
    static boolean isSetting(Tokens tokens) {
        boolean plain = tokens.isSymbol(2, '=') && !tokens.isEnd(3) && tokens.isEnd(4);
        String name = tokens.word(1);
        return plain
                && (WITH_ANY_NAME.contains(name)
                        || VALUES.getOrDefault(name, Set.of()).contains(tokens.content(3)));
    }

    /** Whether it is {@code SELECT pg_catalog.set_config('search_path', '', false)}. */
    static boolean isSearchPath(Tokens tokens) {
        return tokens.isWords(0, "select", "pg_catalog")
                && tokens.isSymbol(2, '.')
                && tokens.isWords(3, "set_config")
                && tokens.text(5).equals("'search_path'")
                && tokens.text(7).equals("''")
                && tokens.isWords(9, "false")
                && tokens.isSymbol(10, ')')
                && tokens.isEnd(11);
    }
}
