-- old
CREATE DOMAIN amount AS int;
CREATE TABLE items (id int, note text);
CREATE TABLE parcels (item items);
CREATE TABLE stays (id int, nights int4range, price amount);
CREATE FUNCTION an_item() RETURNS items LANGUAGE sql AS $$ SELECT 1, 'x' $$;
CREATE FUNCTION all_items() RETURNS SETOF items LANGUAGE sql AS $$ SELECT id, note FROM items $$;
CREATE FUNCTION a_constant_item() RETURNS items LANGUAGE sql BEGIN ATOMIC SELECT 1, 'x'::text; END;
CREATE FUNCTION the_items() RETURNS SETOF items LANGUAGE sql BEGIN ATOMIC SELECT id, note FROM items; END;
CREATE FUNCTION a_parcel() RETURNS parcels LANGUAGE sql AS $$ SELECT ROW(1, 'x')::items $$;
CREATE FUNCTION a_stay(price amount) RETURNS stays LANGUAGE sql AS $$ SELECT 1, NULL::int4range, price $$;
CREATE VIEW parcel_notes AS SELECT (item).id, (item).note FROM a_parcel();

-- new
CREATE DOMAIN amount AS bigint;
CREATE TABLE items (id int);
CREATE TABLE parcels (item items, weight int);
CREATE TABLE stays (id int, nights int8range, price amount);
CREATE FUNCTION an_item() RETURNS items LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION all_items() RETURNS SETOF items LANGUAGE sql AS $$ SELECT id FROM items $$;
CREATE FUNCTION a_constant_item() RETURNS items LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
CREATE FUNCTION the_items() RETURNS SETOF items LANGUAGE sql BEGIN ATOMIC SELECT id FROM items; END;
CREATE FUNCTION a_parcel() RETURNS parcels LANGUAGE sql AS $$ SELECT ROW(1)::items, 2 $$;
CREATE FUNCTION a_stay(price amount) RETURNS stays LANGUAGE sql AS $$ SELECT 1, NULL::int8range, price $$;
CREATE VIEW parcel_notes AS SELECT (item).id FROM a_parcel();
