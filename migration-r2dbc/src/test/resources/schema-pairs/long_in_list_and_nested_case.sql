-- old
CREATE TABLE t (s text, n int, CONSTRAINT c CHECK (s IN ('aaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccccccccccccc', 'dddddddddddddddddddddd', 'eeeeeeeeeeeeeeeeeee''eeee') AND CASE WHEN n IN (1, 2, 3) THEN s LIKE 'a%' WHEN n BETWEEN SYMMETRIC 9 AND 5 THEN s ILIKE '%b' ELSE s !~ '\d+' END));
-- new
CREATE TABLE t (s varchar(50), n smallint, CONSTRAINT c CHECK (s IN ('aaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccccccccccccc', 'dddddddddddddddddddddd', 'eeeeeeeeeeeeeeeeeee''eeee') AND CASE WHEN n IN (1, 2, 3) THEN s LIKE 'a%' WHEN n BETWEEN SYMMETRIC 9 AND 5 THEN s ILIKE '%b' ELSE s !~ '\d+' END));
