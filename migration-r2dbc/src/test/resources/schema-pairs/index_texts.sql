-- old
CREATE TABLE t (a int, b text, c jsonb, d tsvector, e int4range, f point);
CREATE INDEX i1 ON t (a DESC NULLS LAST, b text_pattern_ops); CREATE INDEX i2 ON t (lower(b) COLLATE "C") WHERE b IS NOT NULL AND a IN (1, 2); CREATE INDEX i3 ON t USING gin (c jsonb_path_ops) WITH (fastupdate = off); CREATE INDEX i4 ON t USING gin (to_tsvector('english', coalesce(b, '')));
CREATE UNIQUE INDEX i5 ON t (a) INCLUDE (b) NULLS NOT DISTINCT WHERE (c ->> 'x') = 'y'; CREATE INDEX i6 ON t USING brin (a) WITH (pages_per_range = 4); CREATE INDEX i7 ON t USING hash (b); CREATE INDEX i8 ON t USING gist (e, f);
CREATE INDEX i9 ON t ((c -> 'a' ->> 'b'), ((c ->> 'n')::int) DESC); CREATE INDEX i10 ON t ((a + 1), (CASE WHEN a > 0 THEN b END));
-- new
CREATE TABLE t (a int, b text, c jsonb, d tsvector, e int4range, f point);
CREATE INDEX i1 ON t (a DESC, b text_pattern_ops) WITH (deduplicate_items = off); CREATE INDEX i2 ON t (lower(b) COLLATE "POSIX") WHERE b IS NOT NULL AND a IN (1, 2, 3); CREATE INDEX i3 ON t USING gin (c jsonb_path_ops) WITH (fastupdate = on, gin_pending_list_limit = 512); CREATE INDEX i4 ON t USING gin (to_tsvector('simple', coalesce(b, ''))) ;
CREATE UNIQUE INDEX i5 ON t (a) INCLUDE (b) WHERE (c ->> 'x') = 'y'; CREATE INDEX i6 ON t USING brin (a int4_minmax_multi_ops (values_per_range = 16)) WITH (pages_per_range = 8); CREATE INDEX i7 ON t USING spgist (b); CREATE INDEX i8 ON t USING gist (f, e);
CREATE INDEX i9 ON t ((c -> 'a' ->> 'b'), ((c ->> 'n')::bigint) DESC); CREATE INDEX i10 ON t ((a + 1), (CASE WHEN a > 0 THEN b ELSE 'x' END)); ALTER INDEX i10 ALTER COLUMN 1 SET STATISTICS 10;
