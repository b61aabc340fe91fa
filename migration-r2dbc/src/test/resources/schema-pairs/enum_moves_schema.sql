-- old
CREATE SCHEMA s1; CREATE SCHEMA s2; CREATE TYPE s1.e AS ENUM ('a', 'b');
CREATE TABLE t (x s1.e DEFAULT 'a', y s1.e[] DEFAULT '{a}');
-- new
CREATE SCHEMA s1; CREATE SCHEMA s2; CREATE TYPE s2.e AS ENUM ('a', 'b');
CREATE TABLE t (x s2.e DEFAULT 'a', y s2.e[] DEFAULT '{a}');
