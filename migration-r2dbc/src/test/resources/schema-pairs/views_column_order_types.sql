CREATE TABLE m (id int PRIMARY KEY, v1 int, v2 text, v3 date);
CREATE VIEW m_view AS SELECT id, v1, v2 FROM m;
CREATE VIEW m_union AS SELECT id, v2 FROM m UNION ALL SELECT v1, 'x' FROM m;
CREATE VIEW m_window AS SELECT id, row_number() OVER (PARTITION BY v3 ORDER BY id) AS rn FROM m;
CREATE VIEW m_values (a, b) AS VALUES (1, 'one'), (2, 'two');
CREATE VIEW m_outer AS SELECT a.id, b.v2 FROM m_view a LEFT JOIN LATERAL (SELECT v2 FROM m_union u WHERE u.id = a.id LIMIT 1) b ON true;
-- new
CREATE TABLE m (id int PRIMARY KEY, v3 date, v1 int, v2 varchar(20));
CREATE VIEW m_view AS SELECT v1, id, v2, v3 FROM m;
CREATE VIEW m_union AS SELECT id, v2 FROM m UNION SELECT v1, 'x' FROM m;
CREATE VIEW m_window AS SELECT id, rank() OVER w AS rn FROM m WINDOW w AS (PARTITION BY v3 ORDER BY id DESC);
CREATE VIEW m_values (a, c) AS VALUES (1::bigint, 'one'), (2, 'two'), (3, 'three');
CREATE VIEW m_outer AS SELECT a.id, b.v2 FROM m_view a LEFT JOIN LATERAL (SELECT v2 FROM m_union u WHERE u.id = a.id ORDER BY v2 LIMIT 1) b ON true;
