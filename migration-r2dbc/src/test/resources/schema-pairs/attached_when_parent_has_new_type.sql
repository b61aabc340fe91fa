CREATE TABLE event (id int NOT NULL, kind text, plate text) PARTITION BY LIST (id);
CREATE TABLE event_1 (id int NOT NULL, kind text COLLATE "C");
CREATE TABLE vehicle (id int, plate text);
CREATE TABLE trailer (id int);
CREATE TABLE named (x int, y int CONSTRAINT needed NOT NULL);
-- new
CREATE TABLE event (id int NOT NULL, kind text COLLATE "C") PARTITION BY LIST (id);
CREATE TABLE event_1 PARTITION OF event FOR VALUES IN (1);
CREATE TABLE vehicle (id int);
CREATE TABLE trailer () INHERITS (vehicle);
CREATE TABLE named (x int CONSTRAINT needed NOT NULL, y int);
