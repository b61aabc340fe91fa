-- old
CREATE TABLE orders (id int, c int);
CREATE TABLE gone (id int);
CREATE TYPE packed AS (what orders);
CREATE TABLE shelf (value gone, kept packed[]);
CREATE TABLE items (id int);
CREATE TABLE parcels (item items);

-- new
CREATE TABLE orders (id int, c bigint);
CREATE TYPE packed AS (what orders);
CREATE TABLE shelf (value orders);
CREATE TABLE items (id int, since date DEFAULT now() NOT NULL, pieces int DEFAULT 1);
CREATE TABLE parcels (item items);
