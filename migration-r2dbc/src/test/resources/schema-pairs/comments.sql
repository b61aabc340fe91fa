-- old
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b int CHECK (b > 0), c int REFERENCES t, EXCLUDE USING btree (b WITH =));
CREATE INDEX i ON t (c);
CREATE COLLATION "Co" (provider = icu, locale = 'de');
CREATE TYPE e AS ENUM ('a'); CREATE TYPE r AS RANGE (subtype = int);
CREATE CAST (text AS e) WITH INOUT;

-- new
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b int CHECK (b > 0), c int REFERENCES t, EXCLUDE USING btree (b WITH =));
CREATE INDEX i ON t (c);
CREATE COLLATION "Co" (provider = icu, locale = 'de');
CREATE TYPE e AS ENUM ('a'); CREATE TYPE r AS RANGE (subtype = int);
CREATE CAST (text AS e) WITH INOUT;
COMMENT ON TABLE t IS E'it''s \\ a\nb'; COMMENT ON COLUMN t.id IS 'id'; COMMENT ON CONSTRAINT t_pkey ON t IS 'pk';
COMMENT ON CONSTRAINT t_a_key ON t IS 'u'; COMMENT ON CONSTRAINT t_b_check ON t IS 'c'; COMMENT ON CONSTRAINT t_c_fkey ON t IS 'f';
COMMENT ON CONSTRAINT t_b_excl ON t IS 'x'; COMMENT ON INDEX i IS 'i'; COMMENT ON COLLATION "Co" IS 'co';
COMMENT ON TYPE e IS 'e'; COMMENT ON TYPE r IS 'r'; COMMENT ON CAST (text AS e) IS 'cast'; COMMENT ON SCHEMA public IS 'mine';
COMMENT ON INDEX t_pkey IS 'index of the key';
