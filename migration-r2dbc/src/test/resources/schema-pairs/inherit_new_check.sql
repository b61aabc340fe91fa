CREATE TABLE p(a int); CREATE TABLE c(a int);
-- new
CREATE TABLE p(a int CHECK (a>0)); CREATE TABLE c() INHERITS (p);
