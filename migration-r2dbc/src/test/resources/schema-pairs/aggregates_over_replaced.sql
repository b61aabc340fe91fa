-- old
CREATE FUNCTION acc(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2'; CREATE AGGREGATE total(int) (SFUNC = acc, STYPE = int, INITCOND = '0'); CREATE TABLE t (a int); CREATE VIEW v AS SELECT total(a) FROM t;
CREATE AGGREGATE pct(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
-- new
CREATE FUNCTION acc(bigint, int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2'; CREATE AGGREGATE total(int) (SFUNC = acc, STYPE = bigint, INITCOND = '0', PARALLEL = SAFE); CREATE TABLE t (a int); CREATE VIEW v AS SELECT total(a) FROM t;
