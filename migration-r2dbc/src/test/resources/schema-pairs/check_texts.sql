-- old
CREATE TABLE t (a int, b text, c date, d jsonb, e text[],
 CONSTRAINT c1 CHECK (a BETWEEN 1 AND 10), CONSTRAINT c2 CHECK (b IN ('x', 'y') OR b LIKE 'a\_%' ESCAPE '\'), CONSTRAINT c3 CHECK (CASE WHEN a > 1 THEN b IS NOT NULL ELSE b IS DISTINCT FROM 'q' END),
 CONSTRAINT c4 CHECK (c > date '2020-01-01' AND c < 'infinity'), CONSTRAINT c5 CHECK (d ? 'x' AND d ->> 'y' ~* '^[a-z]{2,3}$'), CONSTRAINT c6 CHECK (array_length(e, 1) > 0 AND 'x' = ANY (e)), CONSTRAINT c7 CHECK ((a, b) IS NOT NULL), CONSTRAINT c8 CHECK (NOT (a IS NULL AND b IS NULL)) NOT VALID);
-- new
CREATE TABLE t (a bigint, b varchar(30), c timestamptz, d json, e varchar[],
 CONSTRAINT c1 CHECK (a NOT BETWEEN 1 AND 10), CONSTRAINT c2 CHECK (b NOT IN ('x', 'y') AND b SIMILAR TO 'a|b%'), CONSTRAINT c3 CHECK (CASE a WHEN 1 THEN b IS NOT NULL WHEN 2 THEN false ELSE b IS DISTINCT FROM 'q' END),
 CONSTRAINT c4 CHECK (c > timestamptz '2020-01-01 00:00+00' AND extract(dow FROM c AT TIME ZONE 'UTC') <> 0), CONSTRAINT c5 CHECK (d ->> 'y' ~* '^[a-z]{2,3}$' AND coalesce(nullif(d ->> 'z', ''), 'd') <> 'e'), CONSTRAINT c6 CHECK (e[1] IS NOT NULL AND e[2:3] <> '{}' AND e <@ ARRAY['a','b']::varchar[]), CONSTRAINT c7 CHECK ((a, b) <> (1, 'x')), CONSTRAINT c8 CHECK (NOT (a IS NULL AND b IS NULL)), CONSTRAINT c9 CHECK (a IS NOT DISTINCT FROM a AND (b IS NULL) = false AND (a > 0) IS NOT TRUE) NO INHERIT);
