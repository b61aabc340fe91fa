CREATE TYPE person AS (name text, since date);
CREATE TYPE place AS (city text, zip text);
CREATE TYPE address AS (street text);
CREATE TABLE people OF person;
CREATE TABLE places OF place;
CREATE TABLE addresses (street varchar(80), no int);
-- new
CREATE TYPE person AS (name text, since date, until date);
CREATE TYPE place AS (city text);
CREATE TYPE address AS (street text, number int);
CREATE TABLE people (name text, since date, until date);
CREATE TABLE places (city text, zip text);
CREATE TABLE addresses OF address;
