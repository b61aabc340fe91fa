-- old
CREATE TABLE logs (id bigint NOT NULL, region text NOT NULL, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE INDEX logs_region ON logs (region);
CREATE TABLE logs_eu (id bigint NOT NULL, region text NOT NULL, CONSTRAINT logs_eu_pkey PRIMARY KEY (id, region));

-- new
CREATE TABLE logs (id bigint NOT NULL, region text NOT NULL, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE INDEX logs_region ON logs (region);
CREATE TABLE logs_eu PARTITION OF logs FOR VALUES IN ('eu');
