-- old
CREATE FUNCTION is_mail(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t LIKE '%@%' $$;
CREATE FUNCTION nobody() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'a@b'::text $$;
CREATE FUNCTION is_code(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t <> '' $$;
CREATE TYPE level AS ENUM ('low', 'high');
CREATE DOMAIN mail AS text DEFAULT nobody() CHECK (is_mail(VALUE));
CREATE DOMAIN code AS text CONSTRAINT code_is_one CHECK (is_code(VALUE)) CHECK (VALUE <> 'low'::level::text);
COMMENT ON CONSTRAINT code_is_one ON DOMAIN code IS 'checked by a function';
CREATE TABLE people (id int, address mail, code code);

-- new
CREATE FUNCTION is_mail(t varchar) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t LIKE '%@%' $$;
CREATE FUNCTION nobody() RETURNS varchar LANGUAGE sql IMMUTABLE AS $$ SELECT 'a@b'::varchar $$;
CREATE TYPE level AS ENUM ('high');
CREATE DOMAIN mail AS varchar DEFAULT nobody() CHECK (is_mail(VALUE));
CREATE DOMAIN code AS varchar CHECK (VALUE <> 'high'::level::text);
CREATE TABLE people (id int, address mail, code code);
