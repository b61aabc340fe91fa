CREATE COLLATION german (provider = icu, locale = 'de');
CREATE COLLATION numeric_order (provider = icu, locale = 'en-u-kn-true');
CREATE DOMAIN person_name AS text COLLATE german CHECK (VALUE <> '');
CREATE TABLE person (id int PRIMARY KEY, name text COLLATE german NOT NULL DEFAULT 'Ärger', part text COLLATE numeric_order, n person_name);
CREATE INDEX person_name ON person (name);
CREATE INDEX person_part ON person (lower(part) COLLATE numeric_order);
CREATE VIEW sorted AS SELECT name, n FROM person ORDER BY part;
-- new
CREATE COLLATION german (provider = icu, locale = 'de-u-ks-level1', deterministic = false);
CREATE COLLATION numeric_order (provider = icu, locale = 'en-u-kn-false');
CREATE DOMAIN person_name AS text COLLATE german CHECK (VALUE <> '');
CREATE TABLE person (id int PRIMARY KEY, name text COLLATE german NOT NULL DEFAULT 'Ärger', part text COLLATE numeric_order, n person_name);
CREATE INDEX person_name ON person (name);
CREATE INDEX person_part ON person (lower(part) COLLATE numeric_order);
CREATE VIEW sorted AS SELECT name, n FROM person ORDER BY part;
