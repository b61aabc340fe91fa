-- old
CREATE DOMAIN code AS varchar(5) CHECK (VALUE IN ('a', 'b')); CREATE TABLE t (c code, d char(2), CHECK (c IN ('a', 'b') AND d IN ('x', 'y')), e varchar(3) DEFAULT 'abc', f char(4) DEFAULT 'x'); CREATE INDEX ti ON t (c) WHERE d IN ('x', 'y'); CREATE VIEW v AS SELECT * FROM t WHERE c IN ('a', 'z') AND e = ANY ('{a,b}') AND d = 'q';
-- new
CREATE DOMAIN code AS char(5) CHECK (VALUE IN ('a', 'b', 'c')); CREATE TABLE t (c code, d varchar(2), CHECK (c IN ('a', 'b') AND d IN ('x', 'y')), e char(3) DEFAULT 'abc', f varchar(4) DEFAULT 'x'); CREATE INDEX ti ON t (c) WHERE d IN ('x', 'y'); CREATE VIEW v AS SELECT * FROM t WHERE c IN ('a', 'z') AND e = ANY ('{a,b}') AND d = 'q';
