-- old
CREATE TYPE c AS (a int, b text);
CREATE TABLE t (id int, v c, vs c[]);
CREATE FUNCTION mk(int) RETURNS c LANGUAGE sql AS $$ SELECT ROW($1, 'x')::c $$;
CREATE FUNCTION many() RETURNS SETOF c LANGUAGE sql AS $$ SELECT ROW(1, 'x')::c $$;
CREATE VIEW w AS SELECT id, (v).a FROM t;
CREATE INDEX ti ON t (((v).a));
-- new
CREATE TYPE c AS (a int, b text, d date);
CREATE TABLE t (id int, v c, vs c[]);
CREATE FUNCTION mk(int) RETURNS c LANGUAGE sql AS $$ SELECT ROW($1, 'x', NULL)::c $$;
CREATE FUNCTION many() RETURNS SETOF c LANGUAGE sql AS $$ SELECT ROW(1, 'x', NULL)::c $$;
CREATE VIEW w AS SELECT id, (v).a, (v).d FROM t;
CREATE INDEX ti ON t (((v).a));
