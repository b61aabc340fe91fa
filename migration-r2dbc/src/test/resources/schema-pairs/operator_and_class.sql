CREATE TYPE cplx AS (re float8, im float8);
CREATE FUNCTION cplx_add(cplx, cplx) RETURNS cplx LANGUAGE sql IMMUTABLE AS $$ SELECT ROW(($1).re + ($2).re, ($1).im + ($2).im)::cplx $$;
CREATE OPERATOR @+ (LEFTARG = cplx, RIGHTARG = cplx, FUNCTION = cplx_add, COMMUTATOR = @+);
CREATE FUNCTION rev_cmp(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT btint4cmp($2, $1) $$;
CREATE OPERATOR CLASS int_rev_ops FOR TYPE int4 USING btree AS
  OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 rev_cmp(int4, int4);
CREATE TABLE sig (id int, a cplx, b cplx);
CREATE INDEX sig_rev ON sig (id int_rev_ops);
CREATE VIEW sig_v AS SELECT id, a @+ b AS s FROM sig;
-- new
CREATE TYPE cplx AS (re float8, im float8, tag text);
CREATE FUNCTION cplx_add(cplx, cplx) RETURNS cplx LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT ROW(($1).re + ($2).re, ($1).im + ($2).im, ($1).tag)::cplx $$;
CREATE OPERATOR @+ (LEFTARG = cplx, RIGHTARG = cplx, FUNCTION = cplx_add);
CREATE FUNCTION cplx_abs(cplx) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT sqrt(($1).re ^ 2 + ($1).im ^ 2) $$;
CREATE OPERATOR @| (RIGHTARG = cplx, FUNCTION = cplx_abs);
CREATE FUNCTION rev_cmp(int, int) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT btint4cmp($2, $1) $$;
CREATE OPERATOR CLASS int_rev_ops FOR TYPE int4 USING btree AS
  OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 rev_cmp(int4, int4);
CREATE TABLE sig (id int, a cplx, b cplx, CHECK (@| a > 0));
CREATE INDEX sig_rev ON sig (id int_rev_ops DESC);
CREATE VIEW sig_v AS SELECT id, a @+ b AS s, @| b AS len FROM sig;
COMMENT ON OPERATOR @| (NONE, cplx) IS 'length';
