-- old
CREATE TYPE status AS ENUM ('new', 'old', 'gone');
CREATE TABLE t (id int PRIMARY KEY, s status NOT NULL DEFAULT 'new', many status[] DEFAULT '{new,old}', CHECK (s <> 'old'));
CREATE INDEX t_s ON t (s) WHERE s = 'new';
CREATE VIEW v AS SELECT id, s FROM t WHERE s = 'new';
CREATE FUNCTION f(x status) RETURNS status LANGUAGE sql AS $$ SELECT x $$;
CREATE TABLE u (s status);
COMMENT ON TYPE status IS 'where it is';

-- new
CREATE TYPE status AS ENUM ('old', 'new');
CREATE TABLE t (id int PRIMARY KEY, s status NOT NULL DEFAULT 'new', many status[] DEFAULT '{new,old}', CHECK (s <> 'old'));
CREATE INDEX t_s ON t (s) WHERE s = 'new';
CREATE VIEW v AS SELECT id, s FROM t WHERE s = 'new';
CREATE FUNCTION f(x status) RETURNS status LANGUAGE sql AS $$ SELECT x $$;
CREATE TABLE u (s status);
COMMENT ON TYPE status IS 'where it is';
