-- old
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TYPE c AS (x e, y int);
CREATE DOMAIN de AS e DEFAULT 'a' CHECK (VALUE <> 'b');
CREATE TABLE t (c c, d de);
CREATE FUNCTION f(e, c) RETURNS e LANGUAGE sql AS 'SELECT $1';

-- new
CREATE TYPE e AS ENUM ('b', 'a');
CREATE TYPE c AS (x e, y int);
CREATE DOMAIN de AS e DEFAULT 'a' CHECK (VALUE <> 'b');
CREATE TABLE t (c c, d de);
CREATE FUNCTION f(e, c) RETURNS e LANGUAGE sql AS 'SELECT $1';
