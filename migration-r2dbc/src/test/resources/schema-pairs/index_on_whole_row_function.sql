-- old
CREATE TABLE b (x int, y text); CREATE FUNCTION g(b) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x'; CREATE INDEX bi ON b (g(b.*)); CREATE VIEW w AS SELECT b AS whole, row_to_json(b.*) AS j FROM b;
ALTER TABLE b ADD CONSTRAINT ck CHECK (b.* IS NOT NULL);
-- new
CREATE TABLE b (x int, y varchar(10), z int); CREATE FUNCTION g(b) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x + 1'; CREATE INDEX bi ON b (g(b.*)); CREATE VIEW w AS SELECT b AS whole, row_to_json(b.*) AS j FROM b;
ALTER TABLE b ADD CONSTRAINT ck CHECK (b.* IS NOT NULL);
