package dev.reflux.r2dbc.catalog;

/** Dictionaries and configurations of text search, written as pg_dump writes them. Parsers and templates need code in C. */
final class TextSearchQueries {

    static final String DICTIONARIES = """
            SELECT 'TEXT_SEARCH_DICTIONARY' AS kind,
                   'pg_ts_dict'::regclass::oid || ' ' || d.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || d.dictnamespace || ' 0' AS owner,
                   d.dictname AS name,
                   'CREATE TEXT SEARCH DICTIONARY ' || quote_ident(n.nspname) || '.' || quote_ident(d.dictname) || ' ('
                   || concat_ws(', ',
                       'TEMPLATE = ' || quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname),
                       d.dictinitoption) || ')' AS definition
            FROM pg_ts_dict d
                JOIN pg_namespace n ON n.oid = d.dictnamespace
                JOIN pg_ts_template t ON t.oid = d.dicttemplate
                JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
            WHERE d.oid >= 16384
            """;

    /** A statement makes it, and one more tells for each kind of word by which dictionaries it goes. */
    static final String CONFIGURATIONS = """
            SELECT 'TEXT_SEARCH_CONFIGURATION' AS kind,
                   'pg_ts_config'::regclass::oid || ' ' || c.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || c.cfgnamespace || ' 0' AS owner,
                   c.cfgname AS name,
                   ('CREATE TEXT SEARCH CONFIGURATION ' || i.name || ' (PARSER = '
                       || quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) || ')')
                   || ARRAY(SELECT 'ALTER TEXT SEARCH CONFIGURATION ' || i.name || ' ADD MAPPING FOR ' || quote_ident(k.alias)
                                   || ' WITH ' || string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno)
                            FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) k ON k.tokid = m.maptokentype
                            WHERE m.mapcfg = c.oid
                            GROUP BY k.alias
                            ORDER BY k.alias) AS definition
            FROM pg_ts_config c
                JOIN pg_namespace n ON n.oid = c.cfgnamespace
                JOIN pg_ts_parser p ON p.oid = c.cfgparser
                JOIN pg_namespace pn ON pn.oid = p.prsnamespace
                CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(c.cfgname) AS name) i
            WHERE c.oid >= 16384
            """;

    private TextSearchQueries() {}
}
