-- old


-- new
CREATE FUNCTION next_code() RETURNS text LANGUAGE sql AS $$ SELECT '1'::text $$;
CREATE TABLE item (id int PRIMARY KEY, code text DEFAULT next_code());
CREATE OR REPLACE FUNCTION next_code() RETURNS text LANGUAGE sql AS $$ SELECT (count(*) + 1)::text FROM item $$;
CREATE FUNCTION total(i item) RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM item WHERE id > i.id $$;
CREATE VIEW totals AS SELECT total(item.*) AS t FROM item;
CREATE FUNCTION report() RETURNS SETOF totals LANGUAGE sql AS $$ SELECT * FROM totals $$;
CREATE FUNCTION a_calls_b(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN b_calls_a(n - 1); END $$;
CREATE FUNCTION b_calls_a(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN a_calls_b(n - 1); END $$;
