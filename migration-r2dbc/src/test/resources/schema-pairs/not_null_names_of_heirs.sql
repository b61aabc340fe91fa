CREATE TABLE base (id int PRIMARY KEY, v int CONSTRAINT v_there NOT NULL, w int NOT NULL);
CREATE TABLE heir (PRIMARY KEY (id)) INHERITS (base);
CREATE TABLE middle (w int CONSTRAINT w_own NOT NULL, PRIMARY KEY (w)) INHERITS (base);
CREATE TABLE below (PRIMARY KEY (v, w)) INHERITS (middle);
CREATE TABLE refers (id int REFERENCES base, below_v int, below_w int, FOREIGN KEY (below_v, below_w) REFERENCES below);
CREATE TABLE log (at int NOT NULL, v int NOT NULL) PARTITION BY LIST (at);
CREATE TABLE log_1 PARTITION OF log (PRIMARY KEY (v)) FOR VALUES IN (1);
CREATE TABLE log_2 (at int NOT NULL, v int CONSTRAINT mine NOT NULL);
ALTER TABLE log ATTACH PARTITION log_2 FOR VALUES IN (2);
-- new
CREATE TABLE base (id bigint PRIMARY KEY, v bigint CONSTRAINT v_there NOT NULL, w bigint NOT NULL);
CREATE TABLE heir (PRIMARY KEY (id)) INHERITS (base);
CREATE TABLE middle (w bigint CONSTRAINT w_own NOT NULL, PRIMARY KEY (w)) INHERITS (base);
CREATE TABLE below (PRIMARY KEY (v, w)) INHERITS (middle);
CREATE TABLE refers (id bigint REFERENCES base, below_v bigint, below_w bigint, FOREIGN KEY (below_v, below_w) REFERENCES below);
CREATE TABLE log (at int NOT NULL, v bigint NOT NULL) PARTITION BY LIST (at);
CREATE TABLE log_1 PARTITION OF log (PRIMARY KEY (v)) FOR VALUES IN (1);
CREATE TABLE log_2 (at int NOT NULL, v bigint CONSTRAINT mine NOT NULL);
ALTER TABLE log ATTACH PARTITION log_2 FOR VALUES IN (2);
