package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Kind;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** Operators, their families and classes, which PostgreSQL itself cannot print. */
@PostgresTest
class CatalogOperatorsTest {

    private static final String DDL = """
            CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT upper($1) = upper($2) $$;
            CREATE FUNCTION other(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT upper($1) <> upper($2) $$;
            CREATE FUNCTION half(int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1 / 2 $$;
            CREATE FUNCTION backwards(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT btint4cmp($2, $1) $$;
            CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = same, COMMUTATOR = ===, NEGATOR = !==,
                RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
            CREATE OPERATOR !== (LEFTARG = text, RIGHTARG = text, FUNCTION = other, NEGATOR = ===);
            CREATE OPERATOR @/ (RIGHTARG = int, FUNCTION = half);
            CREATE OPERATOR CLASS backwards FOR TYPE int USING btree AS
                OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 backwards(int, int);
            COMMENT ON OPERATOR CLASS backwards USING btree IS 'the greatest first';
            COMMENT ON OPERATOR @/ (NONE, int) IS 'half of it';
            """;

    private final TestDatabase database;

    CatalogOperatorsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void operators_areReadAsTheyAreWritten() {
        Reading reading = Reading.of(database, DDL);

        assertThat(reading.of(Kind.OPERATOR)).isEqualTo("""
                operator app.!==(text,text)
                  definition: CREATE OPERATOR app.!== (FUNCTION = app.other, LEFTARG = text, RIGHTARG = text, NEGATOR = OPERATOR(app.===))
                  uses function app.other(text,text)
                operator app.===(text,text)
                  definition: CREATE OPERATOR app.=== (FUNCTION = app.same, LEFTARG = text, RIGHTARG = text, COMMUTATOR = OPERATOR(app.===), NEGATOR = OPERATOR(app.!==), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES)
                  uses function app.same(text,text)
                operator app.@/(NONE,integer)
                  definition: CREATE OPERATOR app.@/ (FUNCTION = app.half, RIGHTARG = integer)
                  uses function app.half(integer)
                """);
        assertThat(reading.of(Kind.OPERATOR_FAMILY)).isEqualTo("""
                operator family app.backwards USING btree
                  definition: CREATE OPERATOR FAMILY app.backwards USING btree
                """);
        assertThat(reading.of(Kind.OPERATOR_CLASS)).isEqualTo("""
                operator class app.backwards USING btree
                  definition: CREATE OPERATOR CLASS app.backwards FOR TYPE integer USING btree FAMILY app.backwards AS
                        OPERATOR 1 >(integer,integer),
                        OPERATOR 2 >=(integer,integer),
                        OPERATOR 3 =(integer,integer),
                        OPERATOR 4 <=(integer,integer),
                        OPERATOR 5 <(integer,integer),
                        FUNCTION 1 (integer, integer) app.backwards(integer,integer),
                        STORAGE integer
                  uses function app.backwards(integer,integer)
                  uses operator family app.backwards USING btree
                """);
    }
}
