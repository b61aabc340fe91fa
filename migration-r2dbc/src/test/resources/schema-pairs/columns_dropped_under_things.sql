-- old
CREATE TABLE t (a int, b int, c int, UNIQUE (a, b), CHECK (b > c));
CREATE INDEX t_b ON t (b);
CREATE INDEX t_bc ON t (c) WHERE b > 1;
CREATE VIEW v AS SELECT a, b FROM t;
CREATE SEQUENCE s OWNED BY t.c;
ALTER TABLE t ALTER c SET DEFAULT nextval('s');

-- new
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
