-- old
CREATE TABLE t (id int, code text);
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT code FROM t $$;
CREATE FUNCTION g(x int) RETURNS bool LANGUAGE sql AS $$ SELECT id = x FROM t $$;
-- new
CREATE TABLE t (id uuid, code int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT code FROM t $$;
CREATE FUNCTION g(x uuid) RETURNS bool LANGUAGE sql AS $$ SELECT id = x FROM t $$;
