-- old
CREATE TYPE c4 AS (a int);
CREATE TYPE c5 AS (a c4, b text);
CREATE DOMAIN dc4 AS c4;
CREATE TABLE ct (c5 c5, d dc4);

-- new
CREATE TYPE c4 AS (a bigint);
CREATE TYPE c5 AS (a c4, b text);
CREATE DOMAIN dc4 AS c4;
CREATE TABLE ct (c5 c5, d dc4);
