-- old
CREATE TABLE thing (id int, name text);
CREATE VIEW other AS SELECT id FROM thing;
CREATE TYPE k AS ENUM ('a');
CREATE FUNCTION p(i int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE SEQUENCE s;
CREATE INDEX i ON thing (id);

-- new
CREATE TABLE thing_base (id int, name text);
CREATE VIEW thing AS SELECT id, name FROM thing_base;
CREATE TABLE other (id int);
CREATE DOMAIN k AS text;
CREATE PROCEDURE p(i int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE TABLE s (id int);
CREATE SEQUENCE i;
