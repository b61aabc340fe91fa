-- old
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE t2 (id int, k kind);
CREATE VIEW v1 AS SELECT id FROM t2;

-- new
CREATE TYPE kind AS ENUM ('b', 'a');
CREATE TABLE t3 (id int, k kind);
CREATE TABLE t4 (k kind);
CREATE VIEW v1 AS SELECT id FROM t3;
