-- old
CREATE TYPE span AS RANGE (subtype = int);
CREATE TYPE my_range AS RANGE (subtype = int, multirange_type_name = mm);
CREATE TABLE t (s span, m mm);

-- new
CREATE TYPE span AS RANGE (subtype = bigint);
CREATE TYPE my_range AS RANGE (subtype = bigint, multirange_type_name = mm);
CREATE TABLE t (s span, m mm);
