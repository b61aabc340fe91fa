-- old
CREATE TABLE t (at timestamptz, d date, i interval); CREATE INDEX a ON t ((at AT TIME ZONE 'UTC')); CREATE INDEX b ON t (((d + 1))); CREATE INDEX c ON t (date_trunc('day', at AT TIME ZONE 'Europe/Zurich')) WHERE at > '2020-01-01 00:00:00+00' AND i > interval '1 mon 2 days 03:04:05.6'; ALTER TABLE t ADD CHECK (at >= timestamptz '2000-01-01 00:00+02' AND d < 'infinity' AND i <> '-1 day');
-- new
CREATE TABLE t (at timestamp, d date, i interval(0)); CREATE INDEX a ON t ((at AT TIME ZONE 'UTC')); CREATE INDEX b ON t (((d - 1))); CREATE INDEX c ON t (date_trunc('day', at)) WHERE at > '2020-01-01 00:00:00' AND i > interval '1 mon 2 days 03:04:05.6'; ALTER TABLE t ADD CHECK (at >= timestamp '2000-01-01 00:00' AND d < 'infinity' AND i <> '-1 day');
