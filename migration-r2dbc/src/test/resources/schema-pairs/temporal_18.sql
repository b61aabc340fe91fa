-- old
CREATE EXTENSION btree_gist; CREATE TABLE r (id int, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS)); CREATE TABLE b (id int, rid int, valid daterange, FOREIGN KEY (rid, PERIOD valid) REFERENCES r (id, PERIOD valid));
-- new
CREATE EXTENSION btree_gist; CREATE TABLE r (id bigint, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS)); CREATE TABLE b (id int, rid bigint, valid daterange, UNIQUE (rid, valid WITHOUT OVERLAPS), FOREIGN KEY (rid, PERIOD valid) REFERENCES r (id, PERIOD valid) NOT ENFORCED);
