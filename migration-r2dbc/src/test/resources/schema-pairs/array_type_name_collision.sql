-- old
CREATE TABLE foo (a int); CREATE TABLE _foo (b foo[]);
-- new
CREATE TABLE foo (a int, b int); CREATE TYPE _bar AS ENUM ('x'); CREATE TABLE bar (c _bar); CREATE TABLE baz (d bar[]);
