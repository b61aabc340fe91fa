-- old
CREATE TYPE row_t AS (a int, b text);
CREATE TABLE t OF row_t (PRIMARY KEY (a));

-- new
CREATE TYPE row_t AS (a int, b text, c int);
CREATE TABLE t OF row_t (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'x' NOT NULL);
