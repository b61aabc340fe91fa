CREATE FUNCTION norm(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(trim($1)) $$;
CREATE FUNCTION default_tag(n int) RETURNS text LANGUAGE sql STABLE AS $$ SELECT 'tag' || $1 $$;
CREATE TABLE tags (
  id int PRIMARY KEY,
  tag text DEFAULT default_tag(1),
  tag_norm text GENERATED ALWAYS AS (norm(tag)) STORED,
  CONSTRAINT tag_nonempty CHECK (norm(tag) <> '')
);
CREATE UNIQUE INDEX tags_norm_idx ON tags (norm(tag));
ALTER TABLE tags ENABLE ROW LEVEL SECURITY;
CREATE POLICY tags_sel ON tags FOR SELECT USING (norm(tag) = norm(CURRENT_USER::text));
CREATE FUNCTION tags_trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.tag := norm(NEW.tag); RETURN NEW; END $$;
CREATE TRIGGER tags_b BEFORE INSERT OR UPDATE ON tags FOR EACH ROW WHEN (norm(NEW.tag) IS NOT NULL) EXECUTE FUNCTION tags_trg();
CREATE VIEW tags_v AS SELECT id, norm(tag) AS n FROM tags;
-- new
CREATE FUNCTION norm(t text, keep_case boolean DEFAULT false) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN $2 THEN trim($1) ELSE lower(trim($1)) END $$;
CREATE FUNCTION default_tag(n bigint) RETURNS text LANGUAGE sql STABLE AS $$ SELECT 'tag' || $1 $$;
CREATE TABLE tags (
  id int PRIMARY KEY,
  tag text DEFAULT default_tag(1),
  tag_norm text GENERATED ALWAYS AS (norm(tag, true)) STORED,
  CONSTRAINT tag_nonempty CHECK (norm(tag) <> '')
);
CREATE UNIQUE INDEX tags_norm_idx ON tags (norm(tag));
ALTER TABLE tags ENABLE ROW LEVEL SECURITY;
CREATE POLICY tags_sel ON tags FOR SELECT USING (norm(tag) = norm(CURRENT_USER::text));
CREATE FUNCTION tags_trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.tag := norm(NEW.tag); RETURN NEW; END $$;
CREATE TRIGGER tags_b BEFORE INSERT OR UPDATE ON tags FOR EACH ROW WHEN (norm(NEW.tag) IS NOT NULL) EXECUTE FUNCTION tags_trg();
CREATE VIEW tags_v AS SELECT id, norm(tag) AS n FROM tags;
