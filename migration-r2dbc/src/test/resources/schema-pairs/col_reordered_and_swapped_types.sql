-- old
CREATE TABLE t (a int, b text, c date DEFAULT '2020-01-01'); CREATE VIEW v AS SELECT a, b FROM t; CREATE INDEX t_ab ON t (a, b);
-- new
CREATE TABLE t (c date DEFAULT '2020-01-01', b int, a text); CREATE VIEW v AS SELECT a, b FROM t; CREATE INDEX t_ab ON t (b, a);
