-- old
CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm; CREATE EXTENSION citext;
CREATE TABLE b (room int, during tsrange, c citext, EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 0) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX b_c ON b USING gin (c gin_trgm_ops);
CREATE TABLE u (email citext UNIQUE);
-- new
CREATE SCHEMA ext; CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm SCHEMA ext; CREATE EXTENSION citext;
CREATE TABLE b (room bigint, during tstzrange, c text, EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 1));
CREATE INDEX b_c ON b USING gist (c ext.gist_trgm_ops (siglen = 32));
CREATE TABLE u (email text UNIQUE);
