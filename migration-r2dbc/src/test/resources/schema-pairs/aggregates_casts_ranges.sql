-- old


-- new
CREATE TYPE money_range AS RANGE (subtype = numeric);
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION to_pair(int) RETURNS pair LANGUAGE sql IMMUTABLE AS $$ SELECT ROW($1, $1)::pair $$;
CREATE CAST (int AS pair) WITH FUNCTION to_pair(int) AS ASSIGNMENT;
CREATE FUNCTION add_to(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + $2 $$;
CREATE AGGREGATE total(numeric) (SFUNC = add_to, STYPE = numeric, INITCOND = '0');
CREATE COLLATION german (provider = icu, locale = 'de');
CREATE TABLE t (r money_range, p pair, n text COLLATE german);
CREATE VIEW v AS SELECT total(1) AS x;
COMMENT ON AGGREGATE total(numeric) IS 'sum';
COMMENT ON CAST (int AS pair) IS 'twice';
