-- old
CREATE SCHEMA "Old"; CREATE TYPE "Old".e AS ENUM ('a'); CREATE DOMAIN "Old".d AS text; CREATE TABLE "Old".t (id serial PRIMARY KEY, e "Old".e, d "Old".d); CREATE VIEW "Old".v AS SELECT * FROM "Old".t; CREATE FUNCTION "Old".f("Old".e) RETURNS "Old".d LANGUAGE sql AS $$ SELECT 'x'::"Old".d $$; CREATE TABLE pub (x "Old".e, y int REFERENCES "Old".t, z text DEFAULT "Old".f('a')); CREATE VIEW pv AS SELECT x FROM pub;
GRANT USAGE ON SCHEMA "Old" TO PUBLIC;
-- new
CREATE TABLE t (id serial PRIMARY KEY); CREATE TABLE pub (x text, y int REFERENCES t, z text); CREATE VIEW pv AS SELECT x FROM pub;
