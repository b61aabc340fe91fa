CREATE TABLE reading (at date, level int, note text) PARTITION BY RANGE (at);
CREATE TABLE reading_old (at date, level smallint, note varchar(10));
CREATE INDEX reading_old_level ON reading_old (level);
CREATE UNIQUE INDEX reading_old_note ON reading_old (at, note);
ALTER TABLE reading_old ADD CONSTRAINT level_once UNIQUE (at, level);
CREATE TABLE meter (id int, level int) PARTITION BY LIST (id);
CREATE INDEX meter_level ON meter (level);
CREATE TABLE meter_one (id int, level smallint);
CREATE INDEX level_of_one ON meter_one (level);
-- new
CREATE TABLE reading (at date, level int, note text) PARTITION BY RANGE (at);
CREATE INDEX reading_level ON reading (level);
CREATE UNIQUE INDEX reading_note ON reading (at, note);
ALTER TABLE reading ADD CONSTRAINT reading_once UNIQUE (at, level);
CREATE TABLE reading_old PARTITION OF reading FOR VALUES FROM ('2000-01-01') TO ('2020-01-01');
CREATE TABLE meter (id int, level int) PARTITION BY LIST (id);
CREATE INDEX meter_level ON meter (level);
CREATE TABLE meter_one PARTITION OF meter FOR VALUES IN (1);
