-- old
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (x e NOT NULL DEFAULT 'a', y e[]); CREATE INDEX i ON t (x) WHERE x = 'a'; CREATE VIEW v AS SELECT * FROM t WHERE x = 'a';
-- new
CREATE TABLE t (x text NOT NULL DEFAULT 'a' CHECK (x IN ('a', 'b')), y text[]); CREATE INDEX i ON t (x) WHERE x = 'a'; CREATE VIEW v AS SELECT * FROM t WHERE x = 'a';
