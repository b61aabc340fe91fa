-- old
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED, c int);
CREATE VIEW v AS SELECT b, c FROM t;
-- new
CREATE TABLE t (a int, b int DEFAULT 3, c int GENERATED ALWAYS AS (a * 3) STORED);
CREATE VIEW v AS SELECT b, c FROM t;
