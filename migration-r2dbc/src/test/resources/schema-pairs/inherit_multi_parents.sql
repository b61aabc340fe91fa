CREATE TABLE has_id (id int NOT NULL);
CREATE TABLE has_time (made timestamptz DEFAULT now(), id int);
CREATE TABLE thing (name text) INHERITS (has_id, has_time);
CREATE TABLE subthing (extra text, CHECK (extra <> '')) INHERITS (thing);
CREATE INDEX thing_name ON thing (name);
-- new
CREATE TABLE has_id (id bigint NOT NULL, CONSTRAINT has_id_pos CHECK (id > 0));
CREATE TABLE has_time (made timestamptz DEFAULT clock_timestamp(), id bigint);
CREATE TABLE has_note (note text DEFAULT 'n');
CREATE TABLE thing (name text) INHERITS (has_id, has_time, has_note);
CREATE TABLE subthing (extra varchar(10), note text DEFAULT 'sub') INHERITS (thing);
CREATE INDEX thing_name ON thing (name, id);
