-- old
CREATE FUNCTION f(INOUT a anyelement, OUT b anyarray) LANGUAGE sql AS 'SELECT $1, ARRAY[$1]'; CREATE FUNCTION g(anyarray, VARIADIC anyarray) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE PROCEDURE pr(a int, INOUT b text, VARIADIC c int[]) LANGUAGE plpgsql AS $$ BEGIN b := 'x'; END $$;
-- new
CREATE FUNCTION f(INOUT a anyelement, OUT c anyarray) LANGUAGE sql AS 'SELECT $1, ARRAY[$1, $1]'; CREATE FUNCTION g(anycompatiblearray, anycompatible) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE PROCEDURE pr(a int, INOUT b text, OUT d int, VARIADIC c int[]) LANGUAGE plpgsql AS $$ BEGIN b := 'x'; END $$;
