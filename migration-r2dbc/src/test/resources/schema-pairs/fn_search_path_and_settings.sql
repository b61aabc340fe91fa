-- old
CREATE SCHEMA app; CREATE TABLE app.t (a int);
CREATE FUNCTION app.f() RETURNS bigint LANGUAGE sql SET search_path = app, pg_temp SET work_mem = '8MB' SECURITY DEFINER AS 'SELECT count(*) FROM t';
CREATE FUNCTION app.g() RETURNS bigint LANGUAGE plpgsql SET search_path TO '' AS $x$ DECLARE r record; BEGIN SELECT $$it's "x" \n$$ AS q INTO r; RETURN 1; END $x$;
-- new
CREATE SCHEMA app; CREATE TABLE app.t2 (a int);
CREATE FUNCTION app.f() RETURNS bigint LANGUAGE sql SET search_path = app, "Strange, One", pg_temp SECURITY INVOKER STRICT PARALLEL SAFE COST 5 AS 'SELECT count(*) FROM t2';
CREATE FUNCTION app.g() RETURNS bigint LANGUAGE plpgsql SET search_path TO '' SET timezone = 'Europe/Zurich' AS $function$ DECLARE r record; BEGIN SELECT $$it's "x" \\ $$ AS q INTO r; RETURN 1; END $function$;
