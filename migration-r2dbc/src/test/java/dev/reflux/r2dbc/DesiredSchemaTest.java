package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.schema.DesiredSchema;
import dev.reflux.schema.SchemaLocation;
import dev.reflux.schema.SchemaScript;
import dev.reflux.schema.booking.jooq.Public;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL makes of the DDL of models. */
@PostgresTest
class DesiredSchemaTest {

    private static final String ENTITIES = "jpa:dev.reflux.schema.booking.jpa";
    private static final String SHAPES = "jooq:dev.reflux.schema.example.jooq.Models";

    /** Both models have the same keys and checks. */
    private static final String BOOKING_CONSTRAINTS = """
            bookings bookings_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE
            bookings bookings_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE
            bookings bookings_period_check CHECK ((starts_at < ends_at))
            bookings bookings_pkey PRIMARY KEY (id)
            bookings bookings_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
            bookings bookings_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id) ON DELETE SET NULL
            bookings bookings_staff_id_starts_at_key UNIQUE (staff_id, starts_at)
            businesses businesses_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
            businesses businesses_pkey PRIMARY KEY (id)
            businesses businesses_slug_key UNIQUE (slug)
            conversation_history conversation_history_pkey PRIMARY KEY (id)
            conversation_history conversation_history_session_id_fkey FOREIGN KEY (session_id) REFERENCES support_sessions(id) ON DELETE CASCADE
            customers customers_business_id_email_key UNIQUE (business_id, email)
            customers customers_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE
            customers customers_pkey PRIMARY KEY (id)
            faqs faqs_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE
            faqs faqs_business_id_question_key UNIQUE (business_id, question)
            faqs faqs_pkey PRIMARY KEY (id)
            services services_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE
            services services_minutes_check CHECK ((minutes > 0))
            services services_pkey PRIMARY KEY (id)
            staff staff_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE
            staff staff_pkey PRIMARY KEY (id)
            support_sessions support_sessions_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES bookings(id) ON DELETE SET NULL
            support_sessions support_sessions_business_id_fkey FOREIGN KEY (business_id) REFERENCES businesses(id) ON DELETE CASCADE
            support_sessions support_sessions_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE SET NULL
            support_sessions support_sessions_period_check CHECK ((opened_at <= closed_at))
            support_sessions support_sessions_pkey PRIMARY KEY (id)
            """;

    private final TestDatabase database;
    private final SchemaLines made;

    DesiredSchemaTest(TestDatabase database) {
        this.database = database;
        made = new SchemaLines(database);
    }

    @BeforeEach
    void clean() {
        database.execute(
                "DROP SCHEMA IF EXISTS app, library CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    private void make(String location) {
        make(SchemaLocation.parse(location, DesiredSchemaTest.class.getClassLoader(), Path.of("")));
    }

    private void make(DesiredSchema schema) {
        schema.scripts().stream().map(SchemaScript::text).forEach(database::execute);
    }

    @Test
    void tables_ofJooq_haveTheirColumns() {
        make(DesiredSchema.jooq(Public.PUBLIC));

        assertThat(made.columns()).isEqualTo("""
                bookings.id uuid NOT NULL DEFAULT gen_random_uuid()
                bookings.business_id uuid NOT NULL
                bookings.customer_id uuid NOT NULL
                bookings.service_id uuid NOT NULL
                bookings.staff_id uuid
                bookings.starts_at timestamp with time zone NOT NULL
                bookings.ends_at timestamp with time zone NOT NULL
                bookings.status booking_status NOT NULL DEFAULT 'pending'::booking_status
                bookings.notes text
                bookings.created_at timestamp with time zone NOT NULL DEFAULT now()
                businesses.id uuid NOT NULL DEFAULT gen_random_uuid()
                businesses.name character varying(200) NOT NULL
                businesses.slug character varying(80) NOT NULL
                businesses.country character(2) NOT NULL
                businesses.opening_hours jsonb NOT NULL DEFAULT '{}'::jsonb
                businesses.tags text[] NOT NULL DEFAULT '{}'::text[]
                businesses.created_at timestamp with time zone NOT NULL DEFAULT now()
                conversation_history.id bigint NOT NULL IDENTITY
                conversation_history.session_id uuid NOT NULL
                conversation_history.role message_role NOT NULL
                conversation_history.content text NOT NULL
                conversation_history.metadata jsonb
                conversation_history.created_at timestamp with time zone NOT NULL DEFAULT now()
                customers.id uuid NOT NULL DEFAULT gen_random_uuid()
                customers.business_id uuid NOT NULL
                customers.name character varying(200) NOT NULL
                customers.email character varying(254)
                customers.phone character varying(32)
                customers.notes text
                customers.created_at timestamp with time zone NOT NULL DEFAULT now()
                faqs.id bigint NOT NULL IDENTITY
                faqs.business_id uuid NOT NULL
                faqs.question text NOT NULL
                faqs.answer text NOT NULL
                faqs.position integer NOT NULL DEFAULT 0
                services.id uuid NOT NULL DEFAULT gen_random_uuid()
                services.business_id uuid NOT NULL
                services.name character varying(200) NOT NULL
                services.minutes integer NOT NULL
                services.price numeric(10,2) NOT NULL
                services.active boolean NOT NULL DEFAULT true
                staff.id uuid NOT NULL DEFAULT gen_random_uuid()
                staff.business_id uuid NOT NULL
                staff.name character varying(200) NOT NULL
                staff.skills text[] NOT NULL DEFAULT '{}'::text[]
                staff.working_hours jsonb
                support_sessions.id uuid NOT NULL DEFAULT gen_random_uuid()
                support_sessions.business_id uuid NOT NULL
                support_sessions.customer_id uuid
                support_sessions.booking_id uuid
                support_sessions.status support_status NOT NULL DEFAULT 'open'::support_status
                support_sessions.context jsonb NOT NULL DEFAULT '{}'::jsonb
                support_sessions.opened_at timestamp with time zone NOT NULL DEFAULT now()
                support_sessions.closed_at timestamp with time zone
                """);
    }

    @Test
    void tables_ofJooq_haveTheRest() {
        make(DesiredSchema.jooq(Public.PUBLIC));

        assertThat(made.constraints()).isEqualTo(BOOKING_CONSTRAINTS);
        assertThat(made.indexes()).isEqualTo("""
                CREATE INDEX bookings_business_id_starts_at_idx ON public.bookings USING btree (business_id, starts_at DESC)
                CREATE INDEX bookings_customer_id_idx ON public.bookings USING btree (customer_id)
                CREATE INDEX conversation_history_session_id_idx ON public.conversation_history USING btree (session_id, created_at)
                CREATE INDEX customers_name_idx ON public.customers USING btree (name)
                CREATE INDEX staff_skills_idx ON public.staff USING gin (skills)
                """);
        assertThat(made.comments()).isEqualTo("""
                bookings: Who comes when, for what, and to whom
                businesses.name: As customers see it
                businesses: Who takes bookings
                """);
        assertThat(made.enums()).isEqualTo("""
                booking_status: pending, confirmed, completed, cancelled
                message_role: customer, assistant, agent
                support_status: open, waiting, resolved
                """);
    }

    @Test
    void entities_haveTheirColumns() {
        make(ENTITIES);

        assertThat(made.columns()).isEqualTo("""
                bookings.id uuid NOT NULL DEFAULT gen_random_uuid()
                bookings.created_at timestamp(6) with time zone NOT NULL DEFAULT now()
                bookings.notes text
                bookings.ends_at timestamp(6) with time zone NOT NULL
                bookings.starts_at timestamp(6) with time zone NOT NULL
                bookings.status bookingstatus NOT NULL DEFAULT 'PENDING'::bookingstatus
                bookings.business_id uuid NOT NULL
                bookings.customer_id uuid NOT NULL
                bookings.service_id uuid NOT NULL
                bookings.staff_id uuid
                businesses.id uuid NOT NULL DEFAULT gen_random_uuid()
                businesses.country character(2) NOT NULL
                businesses.created_at timestamp(6) with time zone NOT NULL DEFAULT now()
                businesses.name character varying(200) NOT NULL
                businesses.opening_hours jsonb NOT NULL DEFAULT '{}'::jsonb
                businesses.slug character varying(80) NOT NULL
                businesses.tags text[] NOT NULL DEFAULT '{}'::text[]
                conversation_history.id bigint NOT NULL IDENTITY
                conversation_history.content text NOT NULL
                conversation_history.created_at timestamp(6) with time zone NOT NULL DEFAULT now()
                conversation_history.metadata jsonb
                conversation_history.role messagerole NOT NULL
                conversation_history.session_id uuid NOT NULL
                customers.id uuid NOT NULL DEFAULT gen_random_uuid()
                customers.created_at timestamp(6) with time zone NOT NULL DEFAULT now()
                customers.email character varying(254)
                customers.name character varying(200) NOT NULL
                customers.notes text
                customers.phone character varying(32)
                customers.business_id uuid NOT NULL
                faqs.id bigint NOT NULL IDENTITY
                faqs.answer text NOT NULL
                faqs.position integer NOT NULL DEFAULT 0
                faqs.question text NOT NULL
                faqs.business_id uuid NOT NULL
                services.id uuid NOT NULL DEFAULT gen_random_uuid()
                services.active boolean NOT NULL DEFAULT true
                services.minutes integer NOT NULL
                services.name character varying(200) NOT NULL
                services.price numeric(10,2) NOT NULL
                services.business_id uuid NOT NULL
                staff.id uuid NOT NULL DEFAULT gen_random_uuid()
                staff.name character varying(200) NOT NULL
                staff.skills character varying(40)[] NOT NULL DEFAULT '{}'::character varying[]
                staff.working_hours jsonb
                staff.business_id uuid NOT NULL
                support_sessions.id uuid NOT NULL DEFAULT gen_random_uuid()
                support_sessions.closed_at timestamp(6) with time zone
                support_sessions.context jsonb NOT NULL DEFAULT '{}'::jsonb
                support_sessions.opened_at timestamp(6) with time zone NOT NULL DEFAULT now()
                support_sessions.status supportstatus NOT NULL DEFAULT 'OPEN'::supportstatus
                support_sessions.booking_id uuid
                support_sessions.business_id uuid NOT NULL
                support_sessions.customer_id uuid
                """);
    }

    @Test
    void entities_haveTheRest() {
        make(ENTITIES);

        assertThat(made.constraints()).isEqualTo(BOOKING_CONSTRAINTS);
        assertThat(made.indexes()).isEqualTo("""
                CREATE INDEX bookings_business_id_starts_at_idx ON public.bookings USING btree (business_id, starts_at DESC)
                CREATE INDEX bookings_customer_id_idx ON public.bookings USING btree (customer_id)
                CREATE INDEX conversation_history_session_id_idx ON public.conversation_history USING btree (session_id, created_at)
                CREATE INDEX customers_name_idx ON public.customers USING btree (name)
                """);
        assertThat(made.comments()).isEqualTo("""
                businesses.name: As customers see it
                businesses: Who takes bookings
                """);
        assertThat(made.enums()).isEqualTo("""
                bookingstatus: CANCELLED, COMPLETED, CONFIRMED, PENDING
                messagerole: AGENT, ASSISTANT, CUSTOMER
                supportstatus: OPEN, RESOLVED, WAITING
                """);
    }

    @Test
    void tables_ofEveryShape_areMade() {
        make(SHAPES);

        assertThat(made.columns()).isEqualTo("""
                Odd Table.email app.email
                Odd Table.other_email app.email DEFAULT 'x@y'::character varying
                Odd Table.emails app.email[]
                Odd Table.mood "Mood" NOT NULL DEFAULT 'so''so'::"Mood"
                Odd Table.moods "Mood"[]
                Odd Table.loud "Mood"
                Odd Table.prices numeric(10,2)[]
                Odd Table.at timestamp without time zone
                Odd Table.at_times timestamp with time zone[]
                Odd Table.at_millisecond timestamp(3) with time zone
                Odd Table.first character varying(20) COLLATE C DEFAULT 'a''b\\c'::character varying
                Odd Table.ticket integer DEFAULT nextval('app.tickets'::regclass)
                Odd Table.whole text GENERATED first
                Odd Table.address inet
                pages.id bigint NOT NULL IDENTITY
                pages.parent_id bigint
                """);
        assertThat(made.constraints()).isEqualTo("""
                app.email email_check CHECK (((VALUE)::text ~ '@'::text))
                "Odd Table" kept CHECK ((address IS NOT NULL))
                app.pages pages_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES app.pages(id)
                app.pages pages_pkey PRIMARY KEY (id)
                "Odd Table" replaced CHECK (true)
                """);
        assertThat(made.indexes()).isEqualTo("""
                CREATE INDEX "Odd Table_prices_idx" ON public."Odd Table" USING gin (prices)
                CREATE UNIQUE INDEX odd_idx ON public."Odd Table" USING btree (lower((first)::text), at DESC NULLS LAST)
                """);
        assertThat(made.enums()).isEqualTo("\"Mood\": good, so'so\n");
    }

    @Test
    void entities_ofEveryShape_areMade() {
        make("jpa:dev.reflux.schema.example.jpa?hibernate.default_schema=app");

        assertThat(made.columns()).contains("author_written_works.written_works_work_number integer NOT NULL");
    }
}
