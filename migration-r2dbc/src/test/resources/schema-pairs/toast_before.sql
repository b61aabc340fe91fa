CREATE TABLE t(a int);
-- new
CREATE TABLE t(a int, b text) WITH (toast.autovacuum_enabled=false, fillfactor=70);
