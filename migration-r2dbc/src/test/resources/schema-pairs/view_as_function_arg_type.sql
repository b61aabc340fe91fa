-- old
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t; CREATE FUNCTION f(v) RETURNS int LANGUAGE sql AS 'SELECT $1.a'; CREATE TABLE holder (x v);
-- new
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t; CREATE FUNCTION f(v) RETURNS int LANGUAGE sql AS 'SELECT $1.a + $1.b'; CREATE TABLE holder (x v);
