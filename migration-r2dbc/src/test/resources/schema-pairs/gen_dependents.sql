-- old
CREATE TABLE t (a int, b int, s int GENERATED ALWAYS AS (a + b) STORED, CHECK (s > 0));
CREATE INDEX t_s ON t (s); CREATE VIEW v AS SELECT s FROM t; CREATE INDEX t_e ON t ((s * 2)) WHERE s > 5;
COMMENT ON COLUMN t.s IS 'sum';
-- new
CREATE TABLE t (a bigint, b int, s bigint GENERATED ALWAYS AS (a * b) STORED, CHECK (s > 0));
CREATE INDEX t_s ON t (s); CREATE VIEW v AS SELECT s FROM t; CREATE INDEX t_e ON t ((s * 2)) WHERE s > 5;
COMMENT ON COLUMN t.s IS 'product';
