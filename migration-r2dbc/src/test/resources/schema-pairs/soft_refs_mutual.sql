-- old
CREATE FUNCTION ev(n int) RETURNS bool LANGUAGE sql AS 'SELECT true';
-- new
SET check_function_bodies = off; CREATE FUNCTION ev(n int) RETURNS bool LANGUAGE sql AS 'SELECT n = 0 OR od(n - 1)'; CREATE FUNCTION od(n int) RETURNS bool LANGUAGE sql AS 'SELECT n <> 0 AND ev(n - 1)'; CREATE FUNCTION base() RETURNS bool LANGUAGE sql AS 'SELECT ev(4) FROM later'; CREATE TABLE later (x bool DEFAULT base());
