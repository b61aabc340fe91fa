-- old
CREATE TABLE base (id int, name text);
CREATE TABLE child (id int, name text, extra int);

-- new
CREATE TABLE base (id int, name text);
CREATE TABLE child (extra int) INHERITS (base);
