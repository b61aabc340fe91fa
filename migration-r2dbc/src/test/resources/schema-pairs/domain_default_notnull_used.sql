-- old
CREATE DOMAIN email AS text NOT NULL DEFAULT 'x@y' CONSTRAINT fmt CHECK (VALUE ~ '@'); CREATE TABLE t (e email, f email[] DEFAULT '{}', g text GENERATED ALWAYS AS (lower(e)) STORED); CREATE INDEX te ON t (lower(e)); CREATE VIEW v AS SELECT e FROM t; COMMENT ON DOMAIN email IS 'mail'; GRANT USAGE ON DOMAIN email TO pg_monitor;
-- new
CREATE DOMAIN email AS varchar(200) CONSTRAINT fmt CHECK (VALUE ~ '^[^@]+@') CONSTRAINT low CHECK (VALUE = lower(VALUE)); CREATE TABLE t (e email NOT NULL, f email[] DEFAULT '{}', g text GENERATED ALWAYS AS (upper(e)) STORED); CREATE INDEX te ON t (lower(e)); CREATE VIEW v AS SELECT e FROM t; COMMENT ON DOMAIN email IS 'mail'; GRANT USAGE ON DOMAIN email TO pg_monitor;
