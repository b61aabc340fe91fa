-- old
CREATE TABLE u (id int); CREATE FUNCTION has_u(x int) RETURNS bool LANGUAGE sql STABLE AS 'SELECT EXISTS (SELECT 1 FROM u WHERE id = x)'; CREATE TABLE t (uid int CHECK (has_u(uid)));
-- new
CREATE TABLE u (id bigint, gone bool); CREATE FUNCTION has_u(x bigint) RETURNS bool LANGUAGE sql STABLE AS 'SELECT EXISTS (SELECT 1 FROM u WHERE id = x AND NOT gone)'; CREATE TABLE t (uid bigint CHECK (has_u(uid)), CONSTRAINT t_uid_check1 CHECK (uid > 0));
