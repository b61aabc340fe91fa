CREATE TABLE vg (a int, b int, s int GENERATED ALWAYS AS (a + b) STORED, v int GENERATED ALWAYS AS (a * 2) VIRTUAL, p int);
CREATE VIEW vg_v AS SELECT s, v, p FROM vg;
COMMENT ON COLUMN vg.v IS 'virtual';
-- new
CREATE TABLE vg (a bigint, b int, s bigint GENERATED ALWAYS AS (a + b) VIRTUAL, v bigint GENERATED ALWAYS AS (a * 3) VIRTUAL CHECK (v > 0), p bigint GENERATED ALWAYS AS (b + 1) STORED, n int GENERATED ALWAYS AS (b));
CREATE INDEX vg_p ON vg (p);
CREATE VIEW vg_v AS SELECT s, v, p, n FROM vg WHERE v < 10;
COMMENT ON COLUMN vg.v IS 'virtual too';
