CREATE TYPE status AS ENUM ('open', 'closed', 'gone');
CREATE TYPE status__old AS ENUM ('a', 'b');
CREATE TYPE a_very_long_name_of_an_enum_type_that_fills_all_of_63_bytes_xyz AS ENUM ('a', 'b');
CREATE DOMAIN price AS int;
CREATE TABLE price__old (id int, p price[]);
CREATE TABLE job (s status, o status__old, l a_very_long_name_of_an_enum_type_that_fills_all_of_63_bytes_xyz);
-- new
CREATE TYPE status AS ENUM ('open', 'closed');
CREATE TYPE status__old AS ENUM ('b');
CREATE TYPE a_very_long_name_of_an_enum_type_that_fills_all_of_63_bytes_xyz AS ENUM ('a');
CREATE DOMAIN price AS bigint;
CREATE TABLE price__old (id int, p price[]);
CREATE TABLE job (s status, o status__old, l a_very_long_name_of_an_enum_type_that_fills_all_of_63_bytes_xyz);
