CREATE TABLE entity (id int GENERATED ALWAYS AS IDENTITY, note text NOT NULL);
CREATE TABLE invoice () INHERITS (entity);
CREATE TABLE draft (id int NOT NULL, note text NOT NULL);
CREATE TABLE tagged (tag text NOT NULL);
CREATE TABLE item (id int NOT NULL) INHERITS (tagged);
-- new
CREATE TABLE entity (id uuid, note text NOT NULL);
CREATE TABLE invoice (id int NOT NULL, note text);
CREATE TABLE draft (id uuid NOT NULL, note text NOT NULL) INHERITS (entity);
CREATE TABLE tagged (tag text NOT NULL, colour text NOT NULL);
CREATE TABLE item (id int NOT NULL, tag text NOT NULL, colour text NOT NULL);
