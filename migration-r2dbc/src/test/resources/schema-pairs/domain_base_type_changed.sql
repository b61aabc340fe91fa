-- old
CREATE DOMAIN amount AS int CHECK (VALUE > 0);
CREATE TABLE t (a amount DEFAULT 5, b amount[]);
CREATE VIEW v AS SELECT a FROM t;

-- new
CREATE DOMAIN amount AS numeric(10,2) DEFAULT 1 CHECK (VALUE > 0) CHECK (VALUE < 1000);
CREATE TABLE t (a amount DEFAULT 5, b amount[]);
CREATE VIEW v AS SELECT a FROM t;
