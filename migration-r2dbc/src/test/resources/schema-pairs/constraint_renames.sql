CREATE TABLE org (id int PRIMARY KEY, slug text UNIQUE, plan text CHECK (plan <> ''));
CREATE TABLE team (id int PRIMARY KEY, org_id int REFERENCES org, name text, UNIQUE (org_id, name));
COMMENT ON CONSTRAINT team_org_id_name_key ON team IS 'one name per org';
CREATE VIEW org_v AS SELECT o.id, o.slug, count(*) AS teams FROM org o JOIN team t ON t.org_id = o.id GROUP BY o.id;
ALTER TABLE org REPLICA IDENTITY USING INDEX org_pkey;
-- new
CREATE TABLE org (id int CONSTRAINT pk_org PRIMARY KEY, slug text CONSTRAINT uq_org_slug UNIQUE, plan text CONSTRAINT ck_org_plan CHECK (plan <> ''));
CREATE TABLE team (id int CONSTRAINT pk_team PRIMARY KEY, org_id int CONSTRAINT fk_team_org REFERENCES org, name text, CONSTRAINT uq_team UNIQUE (org_id, name));
COMMENT ON CONSTRAINT uq_team ON team IS 'one name per org';
CREATE VIEW org_v AS SELECT o.id, o.slug, count(*) AS teams FROM org o JOIN team t ON t.org_id = o.id GROUP BY o.id;
ALTER TABLE org REPLICA IDENTITY USING INDEX pk_org;
