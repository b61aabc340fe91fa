-- old
CREATE TABLE m (u name, org int); CREATE TABLE d (id int, org int, secret bool); CREATE VIEW my AS SELECT org FROM m WHERE u = current_user;
ALTER TABLE d ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON d USING (org IN (SELECT org FROM my) AND NOT secret) WITH CHECK (id > 0);
-- new
CREATE TABLE m (u name, team int); CREATE TABLE d (id int, team int); CREATE VIEW my AS SELECT team FROM m WHERE u = session_user;
ALTER TABLE d ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON d USING (team IN (SELECT team FROM my));
