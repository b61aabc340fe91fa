-- old
CREATE TABLE t (id int PRIMARY KEY, n text); CREATE TABLE u (t int, v int);
CREATE VIEW v AS SELECT t.id, t.n, sum(u.v) FROM t JOIN u ON u.t = t.id GROUP BY t.id;
-- new
CREATE TABLE t (id int, n text, CONSTRAINT other_pk PRIMARY KEY (id)); CREATE TABLE u (t int, v int);
CREATE VIEW v AS SELECT t.id, t.n, sum(u.v) FROM t JOIN u ON u.t = t.id GROUP BY t.id;
