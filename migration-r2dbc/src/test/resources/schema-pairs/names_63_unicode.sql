-- old
CREATE SCHEMA "Ünï"; CREATE TABLE "Ünï"."this is a table name that is exactly sixty-three bytes long, yes" ("select" int PRIMARY KEY, "a""b" text DEFAULT 'x', "日本" serial, "a.b" int CHECK ("a.b" > 0));
CREATE INDEX "ind ex; DROP" ON "Ünï"."this is a table name that is exactly sixty-three bytes long, yes" ("a""b");
CREATE VIEW "Ünï"."v;w" AS SELECT "select", "a""b" FROM "Ünï"."this is a table name that is exactly sixty-three bytes long, yes";
CREATE FUNCTION "Ünï"."f(x)"("user" int, "日本" text DEFAULT '日本$$') RETURNS int LANGUAGE sql AS 'SELECT "user"';
-- new
CREATE SCHEMA "Ünï"; CREATE TABLE "Ünï"."this is a table name that is exactly sixty-three bytes long, yes" ("select" bigint PRIMARY KEY, "a""b" text DEFAULT E'y\\n''\n$$', "日本" bigserial, "A.b" int CHECK ("A.b" > 0));
CREATE INDEX "ind ex; DROP" ON "Ünï"."this is a table name that is exactly sixty-three bytes long, yes" ("A.b");
CREATE VIEW "Ünï"."v;w" AS SELECT "select", "a""b", "日本" FROM "Ünï"."this is a table name that is exactly sixty-three bytes long, yes";
CREATE FUNCTION "Ünï"."f(x)"("User" int, "日本" text DEFAULT '日本$$;') RETURNS int LANGUAGE sql AS 'SELECT "User"';
COMMENT ON COLUMN "Ünï"."this is a table name that is exactly sixty-three bytes long, yes"."a""b" IS E'line\nbreak ''quoted'' \\ back $$ -- x /* ';
