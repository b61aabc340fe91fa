CREATE TABLE audit (id bigserial PRIMARY KEY, made timestamptz NOT NULL DEFAULT now(), who text);
CREATE INDEX audit_who ON audit (who);
CREATE VIEW audit_today AS SELECT id, who FROM audit WHERE made > now() - interval '1 day';
CREATE TABLE queue (id int, prio int NOT NULL, PRIMARY KEY (id, prio)) PARTITION BY LIST (prio);
CREATE TABLE queue_hi PARTITION OF queue FOR VALUES IN (1, 2);
CREATE TABLE queue_lo PARTITION OF queue DEFAULT;
-- new
CREATE TABLE audit (id bigserial, made timestamptz NOT NULL DEFAULT now(), who text, PRIMARY KEY (id, made)) PARTITION BY RANGE (made);
CREATE TABLE audit_p1 PARTITION OF audit FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2025-01-01 00:00+00');
CREATE TABLE audit_def PARTITION OF audit DEFAULT;
CREATE INDEX audit_who ON audit (who);
CREATE VIEW audit_today AS SELECT id, who FROM audit WHERE made > now() - interval '1 day';
CREATE TABLE queue (id int, prio int NOT NULL, PRIMARY KEY (id, prio));
CREATE TABLE queue_hi (id int, prio int);
