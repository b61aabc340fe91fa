-- old
CREATE TABLE t (a int, b text, c jsonb, d tsvector);
CREATE INDEX i1 ON t (a);

-- new
CREATE TABLE t (a int, b text, c jsonb, d tsvector);
CREATE UNIQUE INDEX i1 ON t (a DESC NULLS LAST) INCLUDE (b) WITH (fillfactor = 50) WHERE b IS NOT NULL;
CREATE INDEX i2 ON t USING gin (c jsonb_path_ops);
CREATE INDEX i3 ON t USING gin (d);
CREATE INDEX i4 ON t (b COLLATE "C" text_pattern_ops, (a + 1), upper(b));
CREATE INDEX i5 ON t USING brin (a) WITH (pages_per_range = 4);
CREATE INDEX i6 ON t USING hash (b);
CREATE INDEX i7 ON t (a, b);
ALTER INDEX i4 ALTER COLUMN 2 SET STATISTICS 200;
ALTER TABLE t CLUSTER ON i7;
CREATE STATISTICS st (dependencies, mcv) ON a, b FROM t;
COMMENT ON INDEX i2 IS 'json';
