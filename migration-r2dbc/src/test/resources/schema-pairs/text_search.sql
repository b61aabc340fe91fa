CREATE SCHEMA search;
CREATE TEXT SEARCH DICTIONARY search.short_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = english);
CREATE TEXT SEARCH DICTIONARY gone (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION search.plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION search.plain ALTER MAPPING FOR asciiword, word WITH search.short_stop, simple;
CREATE TEXT SEARCH CONFIGURATION "Old Words" (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION "Old Words" ADD MAPPING FOR asciiword WITH gone;
CREATE TABLE article (id int PRIMARY KEY, title text, body text,
    vector tsvector GENERATED ALWAYS AS (to_tsvector('search.plain', coalesce(title, '') || ' ' || coalesce(body, ''))) STORED);
CREATE INDEX article_vector ON article USING gin (vector);
CREATE INDEX article_title ON article USING gin (to_tsvector('"Old Words"', title));
CREATE VIEW found AS SELECT id FROM article WHERE vector @@ to_tsquery('search.plain', 'word');
COMMENT ON TEXT SEARCH CONFIGURATION search.plain IS 'without endings';
-- new
CREATE SCHEMA search;
CREATE TEXT SEARCH DICTIONARY search.short_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = german, ACCEPT = false);
CREATE TEXT SEARCH DICTIONARY search.stem (TEMPLATE = snowball, LANGUAGE = english, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION search.plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION search.plain ALTER MAPPING FOR asciiword, word, hword WITH search.short_stop, search.stem;
ALTER TEXT SEARCH CONFIGURATION search.plain DROP MAPPING FOR email, url;
CREATE FUNCTION search.vector(title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE
    AS $$ SELECT setweight(to_tsvector('search.plain', coalesce(title, '')), 'A') || to_tsvector('search.plain', coalesce(body, '')) $$;
CREATE TABLE article (id int PRIMARY KEY, title text, body text,
    vector tsvector GENERATED ALWAYS AS (search.vector(title, body)) STORED);
CREATE INDEX article_vector ON article USING gin (vector);
CREATE INDEX article_title ON article USING gin (to_tsvector('search.plain', title));
CREATE VIEW found AS SELECT id, ts_headline('search.plain', body, to_tsquery('search.plain', 'word')) AS shown
    FROM article WHERE vector @@ to_tsquery('search.plain', 'word');
COMMENT ON TEXT SEARCH CONFIGURATION search.plain IS 'stems';
COMMENT ON TEXT SEARCH DICTIONARY search.stem IS 'endings';
