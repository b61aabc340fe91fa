package dev.reflux.r2dbc.catalog;

/** DDL for tests. */
final class Ddl {

    /** What is in the way: the same names in other shapes, more schemas, privileges, things without a schema. */
    static final String LIVE = """
            CREATE TABLE customers (id int PRIMARY KEY, old_name text);
            CREATE TABLE gone (id int REFERENCES customers);
            CREATE VIEW names AS SELECT old_name FROM customers;
            CREATE SCHEMA billing;
            CREATE TYPE billing.state AS ENUM ('x');
            CREATE TABLE billing.invoices (id int);
            CREATE SCHEMA void;
            CREATE PUBLICATION news FOR TABLE customers;
            CREATE PUBLICATION everything FOR ALL TABLES;
            CREATE FUNCTION box_of(bigint) RETURNS box LANGUAGE sql AS 'SELECT NULL::box';
            CREATE CAST (bigint AS box) WITH FUNCTION box_of(bigint);
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
            ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
            ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT SELECT ON TABLES TO PUBLIC;
            GRANT CREATE ON SCHEMA public TO PUBLIC;
            COMMENT ON SCHEMA public IS 'the live one';
            CREATE FUNCTION noise() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'fired'; END $$;
            CREATE EVENT TRIGGER noisy ON sql_drop EXECUTE FUNCTION noise();
            CREATE EVENT TRIGGER noisier ON ddl_command_end EXECUTE FUNCTION noise();
            """;

    /** A bit of everything that a schema file may hold. */
    static final String EVERYTHING = """
            CREATE SCHEMA billing;
            CREATE SCHEMA IF NOT EXISTS audit;
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            ALTER TYPE mood ADD VALUE 'happy';
            CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
            CREATE TYPE billing.amount AS (value numeric(12,2), currency text);
            CREATE TYPE period AS RANGE (subtype = date);
            CREATE SEQUENCE numbers START 100;
            CREATE TABLE customers (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              email email NOT NULL UNIQUE,
              feels mood DEFAULT 'ok',
              note text COLLATE "C",
              twice bigint GENERATED ALWAYS AS (length(note) * 2) STORED,
              CHECK (length(note) < 100));
            CREATE TABLE billing.invoices (
              id bigserial PRIMARY KEY,
              customer bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
              amount billing.amount,
              number bigint DEFAULT nextval('numbers'));
            CREATE INDEX CONCURRENTLY invoices_customer ON billing.invoices (customer) WHERE amount IS NOT NULL;
            CREATE TABLE audit.log (at timestamptz NOT NULL, what text) PARTITION BY RANGE (at);
            CREATE TABLE audit.log_2026 PARTITION OF audit.log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE INDEX ON audit.log (what);
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE FUNCTION add(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql RETURN a + b;
            CREATE TRIGGER touched BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE VIEW happy AS SELECT id, email FROM customers WHERE feels = 'ok';
            CREATE MATERIALIZED VIEW sums AS SELECT customer, count(*) AS n FROM billing.invoices GROUP BY customer;
            CREATE STATISTICS customers_stats ON email, note FROM customers;
            ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON customers FOR SELECT USING (email = current_user);
            CREATE PUBLICATION news FOR TABLE customers;
            CREATE CAST (billing.amount AS text) WITH INOUT;
            CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
            CREATE EVENT TRIGGER noisy ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION watch();
            CREATE FUNCTION same(a mood, b mood) RETURNS boolean LANGUAGE sql RETURN a::text = b::text;
            CREATE OPERATOR === (LEFTARG = mood, RIGHTARG = mood, FUNCTION = same);
            COMMENT ON TABLE customers IS 'who pays';
            COMMENT ON SCHEMA billing IS 'money';
            GRANT SELECT ON customers TO PUBLIC;
            GRANT USAGE ON SCHEMA billing TO PUBLIC;
            ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT SELECT ON TABLES TO PUBLIC;
            ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
            """;

    /** What the dump below is a dump of. */
    static final String DUMPED = """
            CREATE SCHEMA sales;
            CREATE TYPE sales.state AS ENUM ('new', 'paid');
            CREATE TABLE public.customers (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email citext NOT NULL UNIQUE, born date DEFAULT CURRENT_DATE);
            CREATE TABLE sales.orders (id bigserial PRIMARY KEY, customer bigint NOT NULL REFERENCES public.customers,
              state sales.state DEFAULT 'new', note text COLLATE "C");
            CREATE INDEX ON sales.orders (lower(note)) WHERE state = 'new';
            CREATE FUNCTION public.find(e citext) RETURNS bigint LANGUAGE sql STABLE
                AS $$ SELECT id FROM public.customers WHERE email = e $$;
            CREATE VIEW sales.open AS SELECT o.id, c.email
              FROM sales.orders o JOIN public.customers c ON c.id = o.customer
              WHERE c.email OPERATOR(public.=) 'x'::citext;
            COMMENT ON TABLE sales.orders IS 'it''s open';
            GRANT SELECT ON sales.orders TO PUBLIC;
            """;

    /** The work of pg_dump 15.18 on a database with the extension citext in schema public; its comments are left out. */
    static final String DUMP = """
            -- PostgreSQL database dump

            \\restrict vf3tsZpbj8UF5OFexLnrBwnvAHuJys7xtWwedo1Zff7BCRjCNs62VrQDVLDvIX4

            SET statement_timeout = 0;
            SET lock_timeout = 0;
            SET idle_in_transaction_session_timeout = 0;
            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = on;
            SELECT pg_catalog.set_config('search_path', '', false);
            SET check_function_bodies = false;
            SET xmloption = content;
            SET client_min_messages = warning;
            SET row_security = off;

            CREATE SCHEMA sales;

            ALTER SCHEMA sales OWNER TO nobody_here;

            CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;

            COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';

            CREATE TYPE sales.state AS ENUM (
                'new',
                'paid'
            );

            ALTER TYPE sales.state OWNER TO nobody_here;

            CREATE FUNCTION public.find(e public.citext) RETURNS bigint
                LANGUAGE sql STABLE
                AS $$ SELECT id FROM public.customers WHERE email = e $$;

            ALTER FUNCTION public.find(e public.citext) OWNER TO nobody_here;

            SET default_tablespace = '';

            SET default_table_access_method = heap;

            CREATE TABLE public.customers (
                id bigint NOT NULL,
                email public.citext NOT NULL,
                born date DEFAULT CURRENT_DATE
            );

            ALTER TABLE public.customers OWNER TO nobody_here;

            ALTER TABLE public.customers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
                SEQUENCE NAME public.customers_id_seq
                START WITH 1
                INCREMENT BY 1
                NO MINVALUE
                NO MAXVALUE
                CACHE 1
            );

            CREATE TABLE sales.orders (
                id bigint NOT NULL,
                customer bigint NOT NULL,
                state sales.state DEFAULT 'new'::sales.state,
                note text COLLATE pg_catalog."C"
            );

            ALTER TABLE sales.orders OWNER TO nobody_here;

            COMMENT ON TABLE sales.orders IS 'it''s open';

            CREATE VIEW sales.open AS
             SELECT o.id,
                c.email
               FROM (sales.orders o
                 JOIN public.customers c ON ((c.id = o.customer)))
              WHERE (c.email OPERATOR(public.=) 'x'::public.citext);

            ALTER TABLE sales.open OWNER TO nobody_here;

            CREATE SEQUENCE sales.orders_id_seq
                START WITH 1
                INCREMENT BY 1
                NO MINVALUE
                NO MAXVALUE
                CACHE 1;

            ALTER TABLE sales.orders_id_seq OWNER TO nobody_here;

            ALTER SEQUENCE sales.orders_id_seq OWNED BY sales.orders.id;

            ALTER TABLE ONLY sales.orders ALTER COLUMN id SET DEFAULT nextval('sales.orders_id_seq'::regclass);

            ALTER TABLE ONLY public.customers
                ADD CONSTRAINT customers_email_key UNIQUE (email);

            ALTER TABLE ONLY public.customers
                ADD CONSTRAINT customers_pkey PRIMARY KEY (id);

            ALTER TABLE ONLY sales.orders
                ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

            CREATE INDEX orders_lower_idx ON sales.orders USING btree (lower(note)) WHERE (state = 'new'::sales.state);

            ALTER TABLE ONLY sales.orders
                ADD CONSTRAINT orders_customer_fkey FOREIGN KEY (customer) REFERENCES public.customers(id);

            GRANT SELECT ON TABLE sales.orders TO PUBLIC;

            -- PostgreSQL database dump complete

            \\unrestrict vf3tsZpbj8UF5OFexLnrBwnvAHuJys7xtWwedo1Zff7BCRjCNs62VrQDVLDvIX4
            """;

    static final String DUMPED_WITHOUT_EXTENSION =
            DUMPED.replace("OPERATOR(public.=)", "=").replace("citext", "text");

    static final String DUMP_WITHOUT_EXTENSION = DUMP.replace("OPERATOR(public.=)", "=")
            .replace("public.citext", "text")
            .replaceAll(".* EXTENSION .*", "");

    private Ddl() {}
}
