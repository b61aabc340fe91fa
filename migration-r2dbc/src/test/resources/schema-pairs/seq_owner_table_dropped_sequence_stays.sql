-- old
CREATE TABLE a (id serial PRIMARY KEY, n int);
CREATE TABLE b (id int DEFAULT nextval('a_id_seq'));
-- new
CREATE SEQUENCE a_id_seq;
CREATE TABLE b (id bigint DEFAULT nextval('a_id_seq'));
