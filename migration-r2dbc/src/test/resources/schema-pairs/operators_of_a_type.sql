CREATE TYPE ver AS (major int, minor int);
CREATE FUNCTION ver_lt(ver, ver) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT (($1).major, ($1).minor) < (($2).major, ($2).minor) $$;
CREATE FUNCTION ver_gt(ver, ver) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT (($1).major, ($1).minor) > (($2).major, ($2).minor) $$;
CREATE OPERATOR <<< (LEFTARG = ver, RIGHTARG = ver, FUNCTION = ver_lt, COMMUTATOR = >>>);
CREATE OPERATOR >>> (LEFTARG = ver, RIGHTARG = ver, FUNCTION = ver_gt, COMMUTATOR = <<<);
CREATE TABLE release (id int PRIMARY KEY, v ver, CHECK (v >>> ROW(0, 0)::ver));
CREATE VIEW newer AS SELECT r.id, s.id AS than FROM release r JOIN release s ON r.v >>> s.v;
-- new
CREATE SCHEMA lib;
CREATE TYPE ver AS (major bigint, minor bigint);
CREATE FUNCTION ver_lt(ver, ver) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT (($1).major, ($1).minor) < (($2).major, ($2).minor) $$;
CREATE FUNCTION ver_le(ver, ver) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT (($1).major, ($1).minor) <= (($2).major, ($2).minor) $$;
CREATE FUNCTION ver_eq(ver, ver) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT (($1).major, ($1).minor) = (($2).major, ($2).minor) $$;
CREATE FUNCTION ver_gt(ver, ver) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT (($1).major, ($1).minor) > (($2).major, ($2).minor) $$;
CREATE FUNCTION ver_ge(ver, ver) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT (($1).major, ($1).minor) >= (($2).major, ($2).minor) $$;
CREATE FUNCTION ver_cmp(ver, ver) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT CASE WHEN ver_lt($1, $2) THEN -1 WHEN ver_eq($1, $2) THEN 0 ELSE 1 END $$;
CREATE OPERATOR <<< (LEFTARG = ver, RIGHTARG = ver, FUNCTION = ver_lt, COMMUTATOR = >>>, NEGATOR = >>>=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR <<<= (LEFTARG = ver, RIGHTARG = ver, FUNCTION = ver_le, COMMUTATOR = >>>=, NEGATOR = >>>);
CREATE OPERATOR === (LEFTARG = ver, RIGHTARG = ver, FUNCTION = ver_eq, COMMUTATOR = ===);
CREATE OPERATOR >>>= (LEFTARG = ver, RIGHTARG = ver, FUNCTION = ver_ge, COMMUTATOR = <<<=, NEGATOR = <<<);
CREATE OPERATOR >>> (LEFTARG = ver, RIGHTARG = ver, FUNCTION = ver_gt, COMMUTATOR = <<<, NEGATOR = <<<=);
CREATE OPERATOR FAMILY lib.versions USING btree;
CREATE OPERATOR CLASS lib.ver_ops FOR TYPE ver USING btree FAMILY lib.versions AS
    OPERATOR 1 <<<, OPERATOR 2 <<<=, OPERATOR 3 ===, OPERATOR 4 >>>=, OPERATOR 5 >>>, FUNCTION 1 ver_cmp(ver, ver);
COMMENT ON OPERATOR FAMILY lib.versions USING btree IS 'how versions are sorted';
CREATE TABLE release (id int PRIMARY KEY, v ver, CHECK (v >>> ROW(0, 0)::ver), UNIQUE (id, v));
CREATE INDEX release_v ON release (v lib.ver_ops);
CREATE VIEW newer AS SELECT r.id, s.id AS than FROM release r JOIN release s ON s.v <<< r.v;
