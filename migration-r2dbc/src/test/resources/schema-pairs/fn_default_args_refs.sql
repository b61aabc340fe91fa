-- old
CREATE SEQUENCE s; CREATE TYPE e AS ENUM ('a', 'b');
CREATE FUNCTION f(a int DEFAULT nextval('s'), b e DEFAULT 'a', c text DEFAULT E'it''s\n"x"', d timestamptz DEFAULT now(), VARIADIC r int[] DEFAULT '{1,2}') RETURNS TABLE (x int, y e) LANGUAGE sql AS $$ SELECT a, b $$;
CREATE VIEW v AS SELECT * FROM f(1);
-- new
CREATE SEQUENCE s AS int; CREATE TYPE e AS ENUM ('a', 'x', 'b');
CREATE FUNCTION f(a int DEFAULT nextval('s') + 1, b e DEFAULT 'b', c text DEFAULT E'it''s\n"y"', d timestamptz DEFAULT now(), VARIADIC r int[] DEFAULT '{1,2}') RETURNS TABLE (x int, y e, z text) LANGUAGE sql AS $$ SELECT a, b, c $$;
CREATE VIEW v AS SELECT * FROM f(1);
