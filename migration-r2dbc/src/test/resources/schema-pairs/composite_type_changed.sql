-- old
CREATE TYPE addr AS (street text, zip int);
CREATE TABLE t (id int, a addr);
CREATE FUNCTION zip_of(x addr) RETURNS int LANGUAGE sql AS $$ SELECT x.zip $$;

-- new
CREATE TYPE addr AS (street text, zip text, city text);
CREATE TABLE t (id int, a addr);
CREATE FUNCTION zip_of(x addr) RETURNS text LANGUAGE sql AS $$ SELECT x.zip $$;
