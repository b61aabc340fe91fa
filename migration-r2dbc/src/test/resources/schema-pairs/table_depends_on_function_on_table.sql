-- old
CREATE TABLE counters (k text PRIMARY KEY, n int);
CREATE FUNCTION nextn(x text) RETURNS int LANGUAGE sql AS $$ UPDATE counters SET n = n + 1 WHERE k = x RETURNING n $$;
CREATE TABLE inv (no int DEFAULT nextn('inv'), c int);
-- new
CREATE TABLE counters (k text PRIMARY KEY, n bigint, y int);
CREATE FUNCTION nextn(x text) RETURNS bigint LANGUAGE sql AS $$ UPDATE counters SET n = n + 1, y = 1 WHERE k = x RETURNING n $$;
CREATE TABLE inv (no bigint DEFAULT nextn('inv'), c int, CHECK (nextn('x') > 0));
