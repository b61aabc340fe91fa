-- old
CREATE TABLE t (id int PRIMARY KEY, s text NOT NULL DEFAULT 'new' CHECK (s IN ('new', 'old')), s2 varchar(10));
CREATE INDEX t_s ON t (s) WHERE s <> 'old';

-- new
CREATE TYPE status AS ENUM ('new', 'old');
CREATE TABLE t (id int PRIMARY KEY, s status NOT NULL DEFAULT 'new', s2 status);
CREATE INDEX t_s ON t (s) WHERE s <> 'old';
