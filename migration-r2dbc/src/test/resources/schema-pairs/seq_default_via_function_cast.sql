-- old
CREATE SCHEMA s; CREATE SEQUENCE s."Weird Seq";
CREATE TABLE t (id text DEFAULT 'A' || lpad(nextval('s."Weird Seq"')::text, 5, '0'), j int);
-- new
CREATE SCHEMA s; CREATE SEQUENCE s."Weird Seq" START 100 INCREMENT 10;
CREATE TABLE t (id text DEFAULT 'B' || lpad(nextval('s."Weird Seq"'::regclass)::text, 6, '0'), j int DEFAULT currval('s."Weird Seq"'));
