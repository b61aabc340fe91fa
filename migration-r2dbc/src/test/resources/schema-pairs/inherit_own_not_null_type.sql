CREATE TABLE media (id int PRIMARY KEY, note text NOT NULL);
CREATE TABLE image (note text NOT NULL, PRIMARY KEY (id)) INHERITS (media);
CREATE TABLE draft (id int, note text);
CREATE TABLE sketch () INHERITS (draft);
CREATE VIEW notes AS SELECT note FROM image UNION ALL SELECT note FROM sketch;
-- new
CREATE TABLE media (id bigint PRIMARY KEY, note varchar(200) NOT NULL);
CREATE TABLE image (note varchar(200) NOT NULL, PRIMARY KEY (id)) INHERITS (media);
CREATE TABLE draft (id int, note varchar(200));
CREATE TABLE sketch () INHERITS (draft);
CREATE VIEW notes AS SELECT note FROM image UNION ALL SELECT note FROM sketch;
