-- old
CREATE SCHEMA a; CREATE SCHEMA b; CREATE TYPE a.ty AS (x int); CREATE DOMAIN a.dm AS int CHECK (VALUE > 0); CREATE SEQUENCE a.sq; CREATE FUNCTION a.fn(a.ty) RETURNS a.dm LANGUAGE sql AS 'SELECT 1::a.dm'; CREATE TABLE keep (id int DEFAULT nextval('a.sq'), t a.ty, d a.dm); CREATE VIEW kv AS SELECT a.fn(t) AS f FROM keep;
-- new
CREATE SCHEMA a; CREATE SCHEMA b; CREATE TYPE b.ty AS (x int); CREATE DOMAIN b.dm AS int CHECK (VALUE > 0); CREATE SEQUENCE b.sq; CREATE FUNCTION b.fn(b.ty) RETURNS b.dm LANGUAGE sql AS 'SELECT 1::b.dm'; CREATE TABLE keep (id int DEFAULT nextval('b.sq'), t b.ty, d b.dm); CREATE VIEW kv AS SELECT b.fn(t) AS f FROM keep;
