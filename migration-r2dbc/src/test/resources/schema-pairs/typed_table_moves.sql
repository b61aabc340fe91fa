-- old
CREATE TYPE ty AS (a int, b text); CREATE TABLE t OF ty (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'x'); CREATE TABLE u (a int, b text);
-- new
CREATE TYPE ty AS (a int, b text); CREATE TABLE t (a int PRIMARY KEY, b text DEFAULT 'y', c int); CREATE TABLE u OF ty;
