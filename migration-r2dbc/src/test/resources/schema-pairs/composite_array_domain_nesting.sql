-- old
CREATE TYPE inner_t AS (x int, y text); CREATE DOMAIN inner_d AS inner_t CHECK ((VALUE).x > 0); CREATE TYPE outer_t AS (i inner_t, d inner_d, a inner_t[]); CREATE TABLE t (o outer_t, os outer_t[], d inner_d DEFAULT ROW(1, 'a')::inner_t);
CREATE FUNCTION f(outer_t) RETURNS inner_d LANGUAGE sql AS 'SELECT ($1).d';
-- new
CREATE TYPE inner_t AS (x bigint, y text, z int); CREATE DOMAIN inner_d AS inner_t CHECK ((VALUE).x > 1); CREATE TYPE outer_t AS (i inner_t, d inner_d, a inner_t[]); CREATE TABLE t (o outer_t, os outer_t[], d inner_d DEFAULT ROW(1, 'a', 2)::inner_t);
CREATE FUNCTION f(outer_t) RETURNS inner_d LANGUAGE sql AS 'SELECT ($1).d';
