-- old
CREATE EXTENSION hstore; CREATE EXTENSION pgcrypto; CREATE EXTENSION citext;
CREATE TABLE t (id uuid DEFAULT gen_random_uuid(), h hstore DEFAULT ''::hstore, c citext, s text DEFAULT gen_salt('md5'));
CREATE INDEX t_h ON t USING gin (h); CREATE VIEW v AS SELECT h -> 'a' AS a, c FROM t;
CREATE FUNCTION f(hstore) RETURNS citext LANGUAGE sql AS $$ SELECT ($1 -> 'x')::citext $$;
-- new
CREATE TABLE t (id uuid DEFAULT gen_random_uuid(), h jsonb DEFAULT '{}', c text, s text);
CREATE INDEX t_h ON t USING gin (h jsonb_path_ops); CREATE VIEW v AS SELECT h ->> 'a' AS a, c FROM t;
