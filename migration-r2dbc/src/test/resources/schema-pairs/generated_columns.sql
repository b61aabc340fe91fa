-- old
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int, d int GENERATED ALWAYS AS (a + 3) STORED);
CREATE INDEX t_b ON t (b);

-- new
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 2) STORED, c int GENERATED ALWAYS AS (a * 2) STORED, d int);
CREATE INDEX t_b ON t (b);
