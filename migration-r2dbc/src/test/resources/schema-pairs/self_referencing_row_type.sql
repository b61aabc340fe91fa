-- old
CREATE TABLE n (id int); CREATE FUNCTION kids(n) RETURNS SETOF n LANGUAGE sql AS 'SELECT * FROM n';
-- new
CREATE TABLE n (id bigint, parent bigint); CREATE FUNCTION kids(n) RETURNS SETOF n LANGUAGE sql AS 'SELECT * FROM n WHERE parent = $1.id'; CREATE VIEW kv AS SELECT (kids(n.*)).id AS kid FROM n;
