-- old
CREATE TABLE users (id int PRIMARY KEY, org int); CREATE TABLE docs (id int, org int, owner int);
CREATE FUNCTION me() RETURNS int LANGUAGE sql STABLE AS $$ SELECT current_setting('app.me', true)::int $$;
ALTER TABLE docs ENABLE ROW LEVEL SECURITY; ALTER TABLE users ENABLE ROW LEVEL SECURITY; ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY p1 ON docs FOR SELECT USING (org IN (SELECT org FROM users WHERE id = me()));
CREATE POLICY p2 ON docs FOR INSERT TO PUBLIC WITH CHECK (owner = me());
CREATE POLICY p3 ON users USING (EXISTS (SELECT 1 FROM docs WHERE docs.owner = users.id));
COMMENT ON POLICY p1 ON docs IS 'org';
-- new
CREATE TABLE users (id uuid PRIMARY KEY, org int); CREATE TABLE docs (id int, org int, owner uuid);
CREATE FUNCTION me() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT current_setting('app.me', true)::uuid $$;
ALTER TABLE docs ENABLE ROW LEVEL SECURITY; ALTER TABLE docs FORCE ROW LEVEL SECURITY;
CREATE POLICY p1 ON docs AS RESTRICTIVE FOR SELECT USING (org IN (SELECT org FROM users WHERE id = me()));
CREATE POLICY p2 ON docs FOR UPDATE TO pg_monitor USING (true) WITH CHECK (owner = me());
CREATE POLICY p3 ON users USING (EXISTS (SELECT 1 FROM docs WHERE docs.owner = users.id));
COMMENT ON POLICY p1 ON docs IS 'org2';
