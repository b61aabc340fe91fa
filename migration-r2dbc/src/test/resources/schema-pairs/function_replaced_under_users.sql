-- old
CREATE FUNCTION norm(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(t) $$;
CREATE TABLE t (id int, name text CHECK (norm(name) <> ''), n text GENERATED ALWAYS AS (norm(name)) STORED, d text DEFAULT norm('A'));
CREATE INDEX t_norm ON t (norm(name));
CREATE VIEW v AS SELECT norm(name) AS n FROM t;
CREATE FUNCTION kind(i int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT i $$;
CREATE VIEW vk AS SELECT kind(id) AS k FROM t;

-- new
CREATE FUNCTION norm(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT upper(t) $$;
CREATE TABLE t (id int, name text CHECK (norm(name) <> ''), n text GENERATED ALWAYS AS (norm(name)) STORED, d text DEFAULT norm('A'));
CREATE INDEX t_norm ON t (norm(name));
CREATE VIEW v AS SELECT norm(name) AS n FROM t;
CREATE FUNCTION kind(i int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT i::bigint $$;
CREATE VIEW vk AS SELECT kind(id) AS k FROM t;
