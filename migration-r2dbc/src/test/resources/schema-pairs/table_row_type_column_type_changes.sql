-- old
CREATE TABLE addr (street text, zip int);
CREATE FUNCTION fmt(a addr) RETURNS text LANGUAGE sql AS $$ SELECT a.street || a.zip $$;
CREATE FUNCTION alladdr() RETURNS SETOF addr LANGUAGE sql AS $$ SELECT * FROM addr $$;
CREATE FUNCTION def(a addr DEFAULT NULL::addr) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT (a).zip; END;
CREATE VIEW av AS SELECT fmt(addr.*) FROM addr;
CREATE VIEW aw AS SELECT * FROM alladdr();
-- new
CREATE TABLE addr (street text, zip bigint, more int);
CREATE FUNCTION fmt(a addr) RETURNS text LANGUAGE sql AS $$ SELECT a.street || a.zip $$;
CREATE FUNCTION alladdr() RETURNS SETOF addr LANGUAGE sql AS $$ SELECT * FROM addr $$;
CREATE FUNCTION def(a addr DEFAULT NULL::addr) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT (a).zip; END;
CREATE VIEW av AS SELECT fmt(addr.*) FROM addr;
CREATE VIEW aw AS SELECT * FROM alladdr();
