-- old
CREATE SCHEMA "My.Schema";
CREATE TABLE "My.Schema"."Übel ""T""" ("Select" int PRIMARY KEY, "a b" text);

-- new
CREATE SCHEMA "My.Schema";
CREATE TYPE "My.Schema"."Kind" AS ENUM ('A''s', 'b"c');
CREATE TABLE "My.Schema"."Übel ""T""" ("Select" bigint PRIMARY KEY, "a b" text DEFAULT 'it''s', "K" "My.Schema"."Kind" DEFAULT 'A''s');
CREATE INDEX "I x" ON "My.Schema"."Übel ""T""" (lower("a b"));
CREATE VIEW "My.Schema"."V" AS SELECT "Select", "a b" FROM "My.Schema"."Übel ""T""";
CREATE FUNCTION "My.Schema"."F x"("P" "My.Schema"."Kind", int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON COLUMN "My.Schema"."Übel ""T"""."a b" IS E'tab\tand \\ back';
COMMENT ON FUNCTION "My.Schema"."F x"("My.Schema"."Kind", int) IS 'f';
GRANT SELECT ("a b") ON "My.Schema"."Übel ""T""" TO PUBLIC;
