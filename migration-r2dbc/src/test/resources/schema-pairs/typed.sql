-- old
CREATE TYPE typed AS (a int, b text, c date);
CREATE TABLE tt OF typed;

-- new
CREATE TYPE typed AS (a int, b varchar(20), d date);
CREATE TABLE tt OF typed;
