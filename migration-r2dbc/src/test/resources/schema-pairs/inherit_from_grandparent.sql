CREATE TABLE top (a text, id int);
CREATE TABLE other (id int);
CREATE TABLE middle () INHERITS (top);
CREATE TABLE below () INHERITS (middle);
CREATE TABLE two () INHERITS (other);
-- new
CREATE TABLE top (a text, id bigint);
CREATE TABLE other (id bigint);
CREATE TABLE middle (id bigint);
CREATE TABLE below () INHERITS (middle, top);
CREATE TABLE two () INHERITS (other, top);
