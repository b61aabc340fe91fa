CREATE TABLE p(a int CHECK (a>0)); CREATE TABLE c() INHERITS (p);
-- new
CREATE TABLE p(a int CHECK (a>0)); CREATE TABLE c(a int);
