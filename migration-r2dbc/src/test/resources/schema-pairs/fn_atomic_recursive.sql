-- old
CREATE FUNCTION fac(n int) RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN CASE WHEN n < 2 THEN 1 ELSE n * fac(n - 1) END; END $$;
CREATE FUNCTION atom(n int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT fac(n); END;
CREATE FUNCTION ret(n int) RETURNS bigint LANGUAGE sql RETURN atom(n) + 1;
CREATE TABLE t (a int, b bigint DEFAULT ret(3));
-- new
CREATE FUNCTION fac(m int) RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN CASE WHEN m < 2 THEN 1 ELSE m * fac(m - 1) END; END $$;
CREATE FUNCTION atom(n int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT fac(n); SELECT fac(n) + 1; END;
CREATE FUNCTION ret(n int) RETURNS bigint LANGUAGE sql RETURN atom(n) + 1;
CREATE TABLE t (a int, b bigint DEFAULT ret(3), c bigint GENERATED ALWAYS AS (a + 1) STORED);
