-- old
CREATE TABLE t (id int); CREATE TABLE parent (id int PRIMARY KEY);
-- new
CREATE TABLE parent (id int PRIMARY KEY, UNIQUE (id)); CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, pid int NOT NULL DEFAULT 1 REFERENCES parent, at timestamptz NOT NULL DEFAULT clock_timestamp(), u uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE, g text GENERATED ALWAYS AS (id::text || 'x') STORED CHECK (g <> ''), tags text[] NOT NULL DEFAULT '{}', e text COLLATE "C" NOT NULL DEFAULT '' CONSTRAINT short CHECK (char_length(e) <= 5));
