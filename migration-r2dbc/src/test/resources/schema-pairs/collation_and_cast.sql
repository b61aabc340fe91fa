-- old
CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false); CREATE TABLE t (a text COLLATE ci, b text); CREATE INDEX ta ON t (a); CREATE DOMAIN dc AS text COLLATE ci; CREATE VIEW v AS SELECT b COLLATE ci AS b FROM t;
CREATE TYPE c AS (a text COLLATE ci);
-- new
CREATE COLLATION ci (provider = icu, locale = 'de-u-ks-level1', deterministic = false); CREATE TABLE t (a text COLLATE ci, b text COLLATE ci); CREATE INDEX ta ON t (a COLLATE "C"); CREATE DOMAIN dc AS text COLLATE ci; CREATE VIEW v AS SELECT b COLLATE ci AS b FROM t;
CREATE TYPE c AS (a text COLLATE ci);
