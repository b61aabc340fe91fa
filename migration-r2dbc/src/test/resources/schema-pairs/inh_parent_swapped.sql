-- old
CREATE TABLE a (id int, n int);
CREATE TABLE a2 (id int, m int);
CREATE TABLE b (x int) INHERITS (a);
-- new
CREATE TABLE a (id int, n int);
CREATE TABLE a2 (id int, m int);
CREATE TABLE b (x int) INHERITS (a2);
