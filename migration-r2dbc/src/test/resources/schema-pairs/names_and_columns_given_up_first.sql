CREATE TABLE counters (id int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME counter_seq));
CREATE TABLE measured (b int, a int);
CREATE TABLE events (id int) PARTITION BY LIST (id);
CREATE TABLE document (id int);
-- new
CREATE TABLE counters (id int NOT NULL);
CREATE SEQUENCE counter_seq;
CREATE TABLE measured (b int, c int);
CREATE TABLE events (id int, weight int) PARTITION BY LIST (id);
CREATE TABLE events_1 PARTITION OF events (CHECK (weight < 100)) FOR VALUES IN (1);
CREATE TRIGGER heavy BEFORE UPDATE ON events_1 FOR EACH ROW WHEN (NEW.weight > 0)
    EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TABLE document (id int, secret boolean);
CREATE TABLE letter () INHERITS (document);
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON letter USING (NOT secret);
