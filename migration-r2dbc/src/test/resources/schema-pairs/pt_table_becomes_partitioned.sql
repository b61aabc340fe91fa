-- old
CREATE TABLE t (id bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), v text);
CREATE INDEX t_at ON t (at);
CREATE VIEW tv AS SELECT id, v FROM t;
COMMENT ON TABLE t IS 'events';
-- new
CREATE TABLE t (id bigserial, at timestamptz NOT NULL DEFAULT now(), v text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE t_2020 PARTITION OF t FOR VALUES FROM ('2020-01-01 00:00+00') TO ('2021-01-01 00:00+00');
CREATE INDEX t_at ON t (at);
CREATE VIEW tv AS SELECT id, v FROM t;
COMMENT ON TABLE t IS 'events';
