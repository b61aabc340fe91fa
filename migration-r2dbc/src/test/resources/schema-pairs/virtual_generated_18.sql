-- old
CREATE TABLE t (a int, v int GENERATED ALWAYS AS (a * 2), s int GENERATED ALWAYS AS (a + 1) STORED, CHECK (v > 0));
-- new
CREATE TABLE t (a int, v bigint GENERATED ALWAYS AS (a * 3), s int GENERATED ALWAYS AS (a + 1) VIRTUAL, CHECK (v > 1));
