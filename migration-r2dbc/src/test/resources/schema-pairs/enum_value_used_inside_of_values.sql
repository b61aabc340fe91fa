CREATE TYPE level AS ENUM ('low', 'high');
CREATE TYPE span AS RANGE (subtype = level);
CREATE TYPE reading AS (at int, l level);
CREATE TABLE alarm (levels level[] DEFAULT '{low}', s span DEFAULT '[low,high]', r reading DEFAULT '(1,low)'::reading);
CREATE TABLE reported (l level) PARTITION BY RANGE (l);
CREATE TABLE reported_low PARTITION OF reported FOR VALUES FROM (MINVALUE) TO ('high');
CREATE FUNCTION is_bad(l level) RETURNS boolean LANGUAGE sql AS $$ SELECT l = ANY ('{high}'::level[]) $$;
CREATE VIEW bad AS SELECT * FROM reported WHERE l = ANY ('{high}'::level[]);
-- new
CREATE TYPE level AS ENUM ('low', 'high', 'top');
CREATE TYPE span AS RANGE (subtype = level);
CREATE TYPE reading AS (at int, l level);
CREATE TABLE alarm (levels level[] DEFAULT '{low,top}', s span DEFAULT '[low,top)', r reading DEFAULT '(1,top)'::reading);
CREATE TABLE reported (l level) PARTITION BY RANGE (l);
CREATE TABLE reported_low PARTITION OF reported FOR VALUES FROM (MINVALUE) TO ('top');
CREATE FUNCTION is_bad(l level) RETURNS boolean LANGUAGE sql AS $$ SELECT l = ANY ('{high,top}'::level[]) $$;
CREATE VIEW bad AS SELECT * FROM reported WHERE l = ANY ('{high,top}'::level[]);
