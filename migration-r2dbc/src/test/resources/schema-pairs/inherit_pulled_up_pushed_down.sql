CREATE TABLE animal (id int);
CREATE TABLE cat (name text, legs int, age int) INHERITS (animal);
CREATE TABLE dog (legs int) INHERITS (animal);
CREATE TABLE plant (id int, height int NOT NULL, colour text);
CREATE TABLE tree () INHERITS (plant);
CREATE TABLE oak () INHERITS (tree);
CREATE TABLE herb () INHERITS (plant);
-- new
CREATE TABLE animal (id int, name text DEFAULT 'pet', legs int, age bigint);
CREATE TABLE cat (legs int NOT NULL) INHERITS (animal);
CREATE TABLE dog () INHERITS (animal);
CREATE TABLE plant (id int);
CREATE TABLE tree (height int NOT NULL, colour text) INHERITS (plant);
CREATE TABLE oak () INHERITS (tree);
CREATE TABLE herb () INHERITS (plant);
