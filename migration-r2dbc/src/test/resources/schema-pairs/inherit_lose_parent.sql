CREATE TABLE animal (id int PRIMARY KEY, legs int DEFAULT 4, CONSTRAINT legs_ok CHECK (legs >= 0));
CREATE TABLE dog (breed text) INHERITS (animal);
CREATE TABLE cat (indoor boolean) INHERITS (animal);
CREATE TABLE fish (id int, legs int, fins int, CONSTRAINT legs_ok CHECK (legs >= 0));
CREATE VIEW all_animals AS SELECT id, legs, tableoid::regclass::text AS kind FROM animal;
-- new
CREATE TABLE animal (id int PRIMARY KEY, legs smallint DEFAULT 4, name text, CONSTRAINT legs_ok CHECK (legs >= 0));
CREATE TABLE dog (id int NOT NULL, legs int DEFAULT 4, breed text);
CREATE TABLE cat (indoor boolean, legs smallint DEFAULT 3) INHERITS (animal);
CREATE TABLE fish (id int NOT NULL, legs smallint DEFAULT 0, fins int, name text, CONSTRAINT legs_ok CHECK (legs >= 0));
ALTER TABLE fish INHERIT animal;
CREATE VIEW all_animals AS SELECT id, legs, name, tableoid::regclass::text AS kind FROM ONLY animal;
