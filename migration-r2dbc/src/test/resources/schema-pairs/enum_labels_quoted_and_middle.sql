-- old
CREATE TYPE e AS ENUM ('a''b', '', 'c d', E'back\\slash'); CREATE TABLE t (x e DEFAULT 'a''b'); CREATE DOMAIN de AS e[]; CREATE TABLE u (y de DEFAULT ARRAY['c d'::e]);
-- new
CREATE TYPE e AS ENUM ('first', 'a''b', 'z''z', '', 'c d', 'Ünï', E'back\\slash', 'last'); CREATE TABLE t (x e DEFAULT 'a''b'); CREATE DOMAIN de AS e[]; CREATE TABLE u (y de DEFAULT ARRAY['c d'::e]);
