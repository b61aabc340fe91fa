CREATE TABLE job (id int NOT NULL, name text NOT NULL);
CREATE TABLE archive (LIKE job);
CREATE TABLE task (id int, kind text);
CREATE TABLE done (LIKE task);
-- new
CREATE TABLE job (id int NOT NULL, name text NOT NULL) PARTITION BY LIST (name);
CREATE TABLE archive (LIKE job);
CREATE TABLE task (id int NOT NULL, kind text);
CREATE TABLE done (LIKE task);
