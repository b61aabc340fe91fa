-- old
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE t (m mood);

-- new
CREATE TYPE mood AS ENUM ('awful', 'sad', 'ok', 'happy', 'great');
CREATE TABLE t (m mood);
