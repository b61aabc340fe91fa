CREATE TYPE price AS (amount numeric, cur text);
CREATE FUNCTION price_num(price) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT ($1).amount $$;
CREATE CAST (price AS numeric) WITH FUNCTION price_num(price) AS ASSIGNMENT;
CREATE TABLE offer (id int, p price, flat numeric);
CREATE VIEW offer_v AS SELECT id, p::numeric AS n FROM offer;
COMMENT ON CAST (price AS numeric) IS 'drops the currency';
-- new
CREATE TYPE price AS (amount numeric(12,2), cur char(3));
CREATE FUNCTION price_num(price) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT round(($1).amount, 1) $$;
CREATE CAST (price AS numeric) WITH FUNCTION price_num(price) AS IMPLICIT;
CREATE FUNCTION num_price(numeric) RETURNS price LANGUAGE sql IMMUTABLE AS $$ SELECT ROW($1, 'EUR')::price $$;
CREATE CAST (numeric AS price) WITH FUNCTION num_price(numeric);
CREATE CAST (price AS varchar) WITH INOUT AS ASSIGNMENT;
CREATE TABLE offer (id int, p price DEFAULT (1.5)::numeric::price, flat numeric);
CREATE VIEW offer_v AS SELECT id, p::numeric AS n, flat::price AS fp FROM offer WHERE abs(p) > 1;
