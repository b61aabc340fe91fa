-- old
CREATE TABLE t (id int PRIMARY KEY, total int);
CREATE FUNCTION total(t) RETURNS int LANGUAGE sql STABLE AS $$ SELECT $1.total $$;
CREATE FUNCTION calc(x t DEFAULT NULL, n int DEFAULT 5) RETURNS t LANGUAGE plpgsql AS $$ DECLARE r t%ROWTYPE; BEGIN RETURN r; END $$;
-- new
CREATE TABLE t (id uuid PRIMARY KEY, total numeric, name text);
CREATE FUNCTION total(t) RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT $1.total $$;
CREATE FUNCTION calc(x t DEFAULT NULL, n int DEFAULT 6) RETURNS t LANGUAGE plpgsql AS $$ DECLARE r t%ROWTYPE; BEGIN r.name := 'x'; RETURN r; END $$;
