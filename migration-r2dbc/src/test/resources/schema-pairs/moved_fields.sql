-- old
CREATE SCHEMA s;
CREATE TYPE s.e AS ENUM ('a', 'b');
CREATE TYPE c AS (a int, "B" text, e s.e, z int);
CREATE DOMAIN dc AS c;
CREATE TYPE n AS (x c, y int);
CREATE TABLE t (x c, y c[], d dc, n n, same int);

-- new
CREATE SCHEMA s;
CREATE TYPE s.e AS ENUM ('b', 'a');
CREATE TYPE c AS ("B" text COLLATE "C", a int, e s.e, w int);
CREATE DOMAIN dc AS c;
CREATE TYPE n AS (x c, y int);
CREATE TABLE t (x c, y c[], d dc, n n, same int);
