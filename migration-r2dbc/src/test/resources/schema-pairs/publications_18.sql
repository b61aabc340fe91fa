-- old
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE PUBLICATION p FOR TABLE a WITH (publish_generated_columns = stored);
CREATE PUBLICATION q FOR TABLE a;

-- new
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE PUBLICATION p FOR TABLE a;
CREATE PUBLICATION q FOR TABLE a WITH (publish_generated_columns = stored);
CREATE PUBLICATION r FOR TABLE a WITH (publish_generated_columns = stored);
