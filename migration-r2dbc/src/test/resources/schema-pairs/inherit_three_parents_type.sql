CREATE TABLE r(a int CONSTRAINT ra CHECK (a>0)); CREATE TABLE p(a int); CREATE TABLE q(a int, b int, CONSTRAINT qb CHECK (b>0)); CREATE TABLE c(z int) INHERITS (r,p,q); CREATE TABLE d() INHERITS (c); CREATE INDEX ci ON c(a);
-- new
CREATE TABLE r(a bigint CONSTRAINT ra CHECK (a>0)); CREATE TABLE p(a bigint); CREATE TABLE q(a bigint, b int, CONSTRAINT qb CHECK (b>0)); CREATE TABLE c(z int) INHERITS (r,p,q); CREATE TABLE d() INHERITS (c); CREATE INDEX ci ON c(a);
