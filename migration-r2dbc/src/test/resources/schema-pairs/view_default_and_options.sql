-- old
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t WHERE a > 0; ALTER VIEW v ALTER COLUMN b SET DEFAULT 1;
-- new
CREATE TABLE t (a int, b int); CREATE VIEW v WITH (check_option = local, security_barrier = true) AS SELECT a, b FROM t WHERE a > 1; ALTER VIEW v ALTER COLUMN a SET DEFAULT 2; CREATE VIEW w AS TABLE v; ALTER VIEW w ALTER a SET DEFAULT 3;
