-- old
CREATE FUNCTION fdiff(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2'; CREATE TYPE fr AS RANGE (subtype = float8, subtype_diff = fdiff); CREATE TABLE t (r fr, EXCLUDE USING gist (r WITH &&)); CREATE INDEX ti ON t USING gist (r);
-- new
CREATE FUNCTION fdiff2(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2'; CREATE TYPE fr AS RANGE (subtype = float8, subtype_diff = fdiff2); CREATE TABLE t (r fr, EXCLUDE USING gist (r WITH &&)); CREATE INDEX ti ON t USING gist (r);
