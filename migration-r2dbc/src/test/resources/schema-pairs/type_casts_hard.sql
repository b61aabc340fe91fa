-- old
CREATE TABLE t (a boolean DEFAULT true, b int DEFAULT 1, c text DEFAULT '5', d text[] DEFAULT '{a}', e json DEFAULT '{}', f varchar(10), g timestamp, h bytea, i int, j uuid, k interval, l text, m char(3) DEFAULT 'abc', n int[]);
-- new
CREATE TABLE t (a int DEFAULT 1, b boolean DEFAULT true, c int DEFAULT 5, d text DEFAULT 'a', e jsonb DEFAULT '{}', f uuid, g date, h text, i timestamptz, j text, k bigint, l xml, m varchar(5) DEFAULT 'abc', n bigint[]);
