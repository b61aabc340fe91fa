-- old
CREATE TABLE g (a int); CREATE TABLE p (b int) INHERITS (g); CREATE TABLE c (d int) INHERITS (p); CREATE VIEW v AS SELECT a, b, d FROM c;
-- new
CREATE TABLE g (a bigint, x int DEFAULT 4); CREATE TABLE p (b text) INHERITS (g); CREATE TABLE c (d int, a bigint NOT NULL) INHERITS (p); CREATE VIEW v AS SELECT a, b, d, x FROM c;
