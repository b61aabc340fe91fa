CREATE DOMAIN email AS text CONSTRAINT email_at CHECK (VALUE ~ '@');
CREATE TYPE contact AS (name text, mail email);
CREATE TABLE client (id int PRIMARY KEY, main contact, others contact[], mails email[] DEFAULT '{}', reply email);
CREATE FUNCTION mail_host(e email) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT split_part(e, '@', 2) $$;
CREATE INDEX client_host ON client (mail_host(reply));
CREATE VIEW client_v AS SELECT id, (main).mail AS mail FROM client;
-- new
CREATE DOMAIN email AS text NOT NULL CONSTRAINT email_at CHECK (VALUE ~ '^[^@]+@[^@]+$') CONSTRAINT email_len CHECK (length(VALUE) < 200);
CREATE TYPE contact AS (name text, mail email, phone text);
CREATE TABLE client (id int PRIMARY KEY, main contact, others contact[], mails email[] DEFAULT '{a@b}', reply email DEFAULT 'x@y');
CREATE FUNCTION mail_host(e email) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(split_part(e, '@', 2)) $$;
CREATE INDEX client_host ON client (mail_host(reply));
CREATE VIEW client_v AS SELECT id, (main).mail AS mail, (main).phone FROM client;
