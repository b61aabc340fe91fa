CREATE FUNCTION same_ci(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) = lower($2) $$;
CREATE FUNCTION diff_ci(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) <> lower($2) $$;
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = same_ci, COMMUTATOR = ===, NEGATOR = !==, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE OPERATOR !== (LEFTARG = text, RIGHTARG = text, FUNCTION = diff_ci, COMMUTATOR = !==, NEGATOR = ===);
CREATE TABLE nm (a text, b text, CONSTRAINT nm_diff CHECK (a !== b));
CREATE INDEX nm_same ON nm ((a === b));
-- new
CREATE SCHEMA ops;
CREATE FUNCTION ops.same_ci(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT upper($1) = upper($2) $$;
CREATE OPERATOR ops.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = ops.same_ci, RESTRICT = eqsel);
CREATE TABLE nm (a varchar(20), b text, CONSTRAINT nm_diff CHECK (NOT (a OPERATOR(ops.===) b)));
CREATE INDEX nm_same ON nm ((a::text OPERATOR(ops.===) b)) WHERE a IS NOT NULL;
CREATE VIEW nm_v AS SELECT a FROM nm WHERE a OPERATOR(ops.===) 'x';
