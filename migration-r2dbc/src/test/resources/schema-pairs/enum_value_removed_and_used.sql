-- old
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE visits (id int, m mood DEFAULT 'sad');
CREATE TABLE letters (id int, m mood) PARTITION BY LIST (m);
CREATE TABLE letters_first PARTITION OF letters FOR VALUES IN ('sad');
CREATE DOMAIN worst AS mood DEFAULT 'sad' CHECK (VALUE > 'sad');
CREATE FUNCTION worse(than mood DEFAULT 'sad') RETURNS mood LANGUAGE sql IMMUTABLE RETURN than;
CREATE INDEX visits_sad ON visits (id) WHERE m = 'sad';
CREATE TYPE size AS ENUM ('small');
CREATE TABLE boxes (s size DEFAULT 'small');

-- new
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE visits (id int, m mood DEFAULT 'ok');
CREATE TABLE letters (id int, m mood) PARTITION BY LIST (m);
CREATE TABLE letters_first PARTITION OF letters FOR VALUES IN ('ok');
CREATE DOMAIN worst AS mood DEFAULT 'ok' CHECK (VALUE > 'ok');
CREATE FUNCTION worse(than mood DEFAULT 'ok') RETURNS mood LANGUAGE sql IMMUTABLE RETURN than;
CREATE TYPE size AS ENUM ('small', 'large');
CREATE TABLE boxes (s size DEFAULT 'large');
