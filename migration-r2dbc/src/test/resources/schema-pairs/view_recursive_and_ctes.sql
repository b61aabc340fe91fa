-- old
CREATE TABLE n (id int, parent int, name text);
CREATE RECURSIVE VIEW tree (id, path) AS SELECT id, name FROM n WHERE parent IS NULL UNION ALL SELECT n.id, tree.path || '/' || n.name FROM n JOIN tree ON tree.id = n.parent;
CREATE VIEW w AS WITH x AS MATERIALIZED (SELECT id FROM n), y AS (SELECT count(*) c FROM x) SELECT c, (SELECT max(path) FROM tree) AS p FROM y;
CREATE VIEW l AS SELECT a.id, b.* FROM n a, LATERAL (SELECT name FROM n WHERE parent = a.id ORDER BY name LIMIT 3) b;
CREATE VIEW g AS SELECT parent, count(*) FILTER (WHERE name <> ''), string_agg(DISTINCT name, ', ' ORDER BY name), row_number() OVER w2 FROM n GROUP BY GROUPING SETS ((parent), ()) WINDOW w2 AS (ORDER BY parent NULLS FIRST);
-- new
CREATE TABLE n (id bigint, parent bigint, name varchar(100));
CREATE RECURSIVE VIEW tree (id, path) AS SELECT id, name::text FROM n WHERE parent IS NULL UNION ALL SELECT n.id, tree.path || '/' || n.name FROM n JOIN tree ON tree.id = n.parent;
CREATE VIEW w AS WITH x AS MATERIALIZED (SELECT id FROM n), y AS (SELECT count(*) c FROM x) SELECT c, (SELECT max(path) FROM tree) AS p FROM y;
CREATE VIEW l AS SELECT a.id, b.* FROM n a, LATERAL (SELECT name FROM n WHERE parent = a.id ORDER BY name LIMIT 3) b;
CREATE VIEW g AS SELECT parent, count(*) FILTER (WHERE name <> ''), string_agg(DISTINCT name, ', ' ORDER BY name), row_number() OVER w2 FROM n GROUP BY GROUPING SETS ((parent), ()) WINDOW w2 AS (ORDER BY parent NULLS FIRST);
