-- old
CREATE TABLE addr (street text, zip text);
CREATE TABLE person (id int, home addr, others addr[]);
CREATE FUNCTION fmt(a addr) RETURNS text LANGUAGE sql AS $$ SELECT a.street || a.zip $$;
CREATE VIEW pv AS SELECT id, (home).zip, fmt(home) AS f FROM person;
-- new
CREATE TABLE addr (street text, zip text, city text);
CREATE TABLE person (id int, home addr, others addr[]);
CREATE FUNCTION fmt(a addr) RETURNS text LANGUAGE sql AS $$ SELECT a.street || a.city $$;
CREATE VIEW pv AS SELECT id, (home).zip, (home).city, fmt(home) AS f FROM person;
