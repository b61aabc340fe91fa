-- old
CREATE TABLE a (id int PRIMARY KEY, x int, y text); CREATE TABLE b (id int PRIMARY KEY); CREATE SCHEMA s; CREATE TABLE s.c (id int PRIMARY KEY);
CREATE PUBLICATION p1 FOR TABLE a (id, x) WHERE (id > 5), b; CREATE PUBLICATION p2 FOR TABLES IN SCHEMA s WITH (publish = 'insert');
-- new
CREATE TABLE a (id bigint PRIMARY KEY, x text, y text); CREATE SCHEMA s; CREATE TABLE s.c (id int PRIMARY KEY); CREATE TABLE s.d (id int PRIMARY KEY);
CREATE PUBLICATION p1 FOR TABLE a (id, y) WHERE (id > 6), s.d; CREATE PUBLICATION p2 FOR ALL TABLES WITH (publish = 'insert, update', publish_via_partition_root);
