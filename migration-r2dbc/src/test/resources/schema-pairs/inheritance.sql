-- old
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'a');
CREATE TABLE child (extra int) INHERITS (base);

-- new
CREATE TABLE base (id bigint NOT NULL, name text DEFAULT 'b', added date, CHECK (id > 0));
CREATE TABLE child (extra int, name text DEFAULT 'c') INHERITS (base);
CREATE TABLE other (LIKE base);
