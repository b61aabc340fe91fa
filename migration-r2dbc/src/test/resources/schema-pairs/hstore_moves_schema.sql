-- old
CREATE EXTENSION hstore; CREATE EXTENSION "uuid-ossp"; CREATE TABLE t (id uuid DEFAULT uuid_generate_v4(), h hstore); CREATE INDEX th ON t USING gist (h); CREATE VIEW v AS SELECT h -> 'x' AS x FROM t;
-- new
CREATE SCHEMA ext; CREATE EXTENSION hstore SCHEMA ext; CREATE EXTENSION "uuid-ossp" SCHEMA ext; CREATE TABLE t (id uuid DEFAULT ext.uuid_generate_v4(), h ext.hstore); CREATE INDEX th ON t USING gist (h); CREATE VIEW v AS SELECT h OPERATOR(ext.->) 'x' AS x FROM t;
