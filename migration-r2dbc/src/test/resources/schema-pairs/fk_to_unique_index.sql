-- old
CREATE TABLE a (x int, y int); CREATE UNIQUE INDEX a_xy ON a (x, y); CREATE TABLE b (x int, y int, FOREIGN KEY (x, y) REFERENCES a (x, y));
-- new
CREATE TABLE a (x int, y int); CREATE UNIQUE INDEX a_xy ON a (y, x); CREATE TABLE b (x int, y int, FOREIGN KEY (x, y) REFERENCES a (x, y));
