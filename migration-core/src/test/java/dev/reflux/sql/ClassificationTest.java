package dev.reflux.sql;

import static dev.reflux.sql.StatementKind.DUMP_SETTING;
import static dev.reflux.sql.StatementKind.NOT_IN_TRANSACTION;
import static dev.reflux.sql.StatementKind.ORDINARY;
import static dev.reflux.sql.StatementKind.SESSION_STATE;
import static dev.reflux.sql.StatementKind.TRANSACTION_CONTROL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a runner is told of a statement. */
class ClassificationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BEGIN                                        | BEGIN",
                "begin isolation level serializable           | BEGIN",
                "/* a */ Begin -- b                           | BEGIN",
                "START TRANSACTION READ ONLY                  | START TRANSACTION",
                "COMMIT AND CHAIN                             | COMMIT",
                "END                                          | END",
                "ABORT                                        | ABORT",
                "ROLLBACK                                     | ROLLBACK",
                "ROLLBACK WORK AND NO CHAIN                   | ROLLBACK",
                "PREPARE TRANSACTION 'x'                      | PREPARE TRANSACTION",
                "COMMIT PREPARED 'x'                          | COMMIT PREPARED",
                "ROLLBACK PREPARED 'x'                        | ROLLBACK PREPARED",
                "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE | SET TRANSACTION",
                "SET LOCAL TRANSACTION READ ONLY              | SET TRANSACTION",
                "SET SESSION TRANSACTION READ ONLY            | SET TRANSACTION",
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY | SET SESSION CHARACTERISTICS",
                "SET LOCAL transaction_isolation = serializable | SET transaction_isolation",
                "SET transaction_read_only TO on              | SET transaction_read_only",
                "RESET transaction_isolation                  | RESET TRANSACTION ISOLATION LEVEL",
            })
    void transactionControl_isRecognised(String statement, String command) {
        assertThat(classify(statement).kind()).isEqualTo(TRANSACTION_CONTROL);
        assertThat(classify(statement).command()).isEqualTo(command);
        assertThat(classify(statement).remedy()).isNotEmpty();
        assertThat(classify(statement).localForm()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE INDEX CONCURRENTLY i ON t (a)            | CREATE INDEX CONCURRENTLY",
                "create unique index /* a */ concurrently if not exists i on t (a) | CREATE INDEX CONCURRENTLY",
                "CREATE INDEX CONCURRENTLY ON t (a)              | CREATE INDEX CONCURRENTLY",
                "DROP INDEX CONCURRENTLY IF EXISTS i             | DROP INDEX CONCURRENTLY",
                "REINDEX INDEX CONCURRENTLY i                    | REINDEX … CONCURRENTLY",
                "REINDEX (VERBOSE, CONCURRENTLY) TABLE t         | REINDEX … CONCURRENTLY",
                "REINDEX (CONCURRENTLY on) TABLE t               | REINDEX … CONCURRENTLY",
                "REINDEX SCHEMA s                                | REINDEX SCHEMA",
                "REINDEX (VERBOSE) DATABASE                      | REINDEX DATABASE",
                "REINDEX SYSTEM d                                | REINDEX SYSTEM",
                "VACUUM                                          | VACUUM",
                "VACUUM (ANALYZE) t                              | VACUUM",
                "CREATE DATABASE d                               | CREATE DATABASE",
                "DROP DATABASE d                                 | DROP DATABASE",
                "ALTER DATABASE d SET TABLESPACE t               | ALTER DATABASE … SET TABLESPACE",
                "ALTER DATABASE d WITH TABLESPACE t              | ALTER DATABASE … SET TABLESPACE",
                "CREATE TABLESPACE t LOCATION '/x'               | CREATE TABLESPACE",
                "DROP TABLESPACE t                               | DROP TABLESPACE",
                "ALTER SYSTEM SET a = 1                          | ALTER SYSTEM",
                "ALTER TABLE t DETACH PARTITION p CONCURRENTLY   | ALTER TABLE … DETACH PARTITION … CONCURRENTLY",
                "ALTER TABLE IF EXISTS ONLY s.\"t\" * DETACH PARTITION s.p CONCURRENTLY | ALTER TABLE … DETACH PARTITION … CONCURRENTLY",
                "CLUSTER                                         | CLUSTER without a table",
                "CLUSTER VERBOSE                                 | CLUSTER without a table",
                "CLUSTER (VERBOSE)                               | CLUSTER without a table",
                "REPACK                                          | REPACK without a table",
                "REPACK (CONCURRENTLY) t                         | REPACK (CONCURRENTLY)",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p | CREATE SUBSCRIPTION that creates a slot",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (enabled = false) | CREATE SUBSCRIPTION that creates a slot",
                "ALTER SUBSCRIPTION s REFRESH PUBLICATION        | ALTER SUBSCRIPTION … REFRESH",
                "ALTER SUBSCRIPTION s ADD PUBLICATION p          | ALTER SUBSCRIPTION … ADD PUBLICATION with refresh",
                "ALTER SUBSCRIPTION s SET (failover = true)      | ALTER SUBSCRIPTION … SET (failover, two_phase)",
                "ALTER SUBSCRIPTION s SET (two_phase = false)    | ALTER SUBSCRIPTION … SET (failover, two_phase)",
            })
    void statementOutsideTransactions_isRecognised(String statement, String command) {
        assertThat(classify(statement).kind()).isEqualTo(NOT_IN_TRANSACTION);
        assertThat(classify(statement).command()).isEqualTo(command);
        assertThat(classify(statement).remedy()).contains("transactional");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAVEPOINT a",
                "RELEASE a",
                "ROLLBACK TO a",
                "ROLLBACK WORK TO SAVEPOINT a",
                "ROLLBACK TRANSACTION TO a",
                "CREATE INDEX i ON t (concurrently)",
                "CREATE INDEX \"concurrently\" ON t (a)",
                "CREATE TABLE t (a int)",
                "DROP INDEX i",
                "DROP TABLE concurrently",
                "REINDEX TABLE t",
                "REINDEX (CONCURRENTLY off) TABLE t",
                "ANALYZE t",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                "ALTER DATABASE d SET work_mem = 1",
                "ALTER DATABASE tablespace SET work_mem = 1",
                "ALTER TABLE t SET TABLESPACE x",
                "ALTER TABLE t DETACH PARTITION p",
                "ALTER TABLE t DETACH PARTITION p FINALIZE",
                "ALTER TABLE t DETACH PARTITION concurrently",
                "CLUSTER t",
                "CLUSTER VERBOSE t USING i",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (connect = false)",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (enabled, create_slot = 'off')",
                "ALTER SUBSCRIPTION s DROP PUBLICATION p WITH (refresh = false)",
                "ALTER SUBSCRIPTION s SET (slot_name = NONE)",
                "SET LOCAL search_path = a",
                "SET LOCAL ROLE a",
                "SET CONSTRAINTS ALL DEFERRED",
                "NOTIFY a",
                "DECLARE c CURSOR FOR SELECT 1",
                "DECLARE c CURSOR WITHOUT HOLD FOR SELECT 1",
                "DECLARE c CURSOR FOR WITH hold AS (SELECT 1) SELECT 1",
                "SELECT pg_advisory_xact_lock(1)",
                "SELECT set_config('a.b', 'c', true)",
                "SELECT set_config('a.b', 'c', 't')",
                "SELECT set_config('a.b', 'c')",
                "SELECT 'set_config(a, b, false)', set_config, \"SET_CONFIG\"(1, 2, false)",
                "SELECT pg_catalog.setval('s', 1, false)",
                "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SET a = 1; SELECT set_config('a', 'b', false) $$",
                "DO $$ BEGIN SET search_path = a; COMMIT; END $$",
                "CREATE FUNCTION f() RETURNS int SET search_path = a BEGIN ATOMIC SELECT 1; END",
                "ALTER ROLE r SET search_path = a",
                "COMMENT ON TABLE t IS 'BEGIN'",
                "\"begin\"",
                "'COMMIT'",
                "comm\u0131t"
            })
    void otherStatement_isOrdinary(String statement) {
        assertThat(classify(statement)).isEqualTo(Classification.ORDINARY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SET search_path = a, b          | SET LOCAL search_path = a, b",
                "set /* a */ search_path to a    | SET LOCAL search_path to a",
                "SET SESSION work_mem = '1GB'    | SET LOCAL work_mem = '1GB'",
                "SET TIME ZONE 'UTC'             | SET LOCAL TIME ZONE 'UTC'",
                "SET NAMES 'UTF8'                | SET LOCAL NAMES 'UTF8'",
                "SET SCHEMA 'a'                  | SET LOCAL SCHEMA 'a'",
                "SET XML OPTION DOCUMENT         | SET LOCAL XML OPTION DOCUMENT",
                "SET ROLE a                      | SET LOCAL ROLE a",
                "SET SESSION ROLE a              | SET LOCAL ROLE a",
                "SET SESSION AUTHORIZATION a     | SET LOCAL SESSION AUTHORIZATION a",
                "SET SESSION SESSION AUTHORIZATION DEFAULT | SET LOCAL SESSION AUTHORIZATION DEFAULT",
                "SET my.flag = on                | SET LOCAL my.flag = on",
                "SET local.flag = on             | SET LOCAL local.flag = on",
                "SET session.flag TO on          | SET LOCAL session.flag TO on",
                "SET statement_timeout = 5000    | SET LOCAL statement_timeout = 5000",
                "RESET search_path               | SET LOCAL search_path TO DEFAULT",
                "RESET TIME ZONE                 | SET LOCAL TIME ZONE DEFAULT",
                "RESET SESSION AUTHORIZATION     | SET LOCAL SESSION AUTHORIZATION DEFAULT",
                "RESET ROLE                      | SET LOCAL ROLE TO DEFAULT",
                "DECLARE c SCROLL CURSOR WITH HOLD FOR SELECT 1 | DECLARE c SCROLL CURSOR WITHOUT HOLD FOR SELECT 1",
                "SELECT pg_advisory_lock(1, 2)   | SELECT pg_advisory_xact_lock(1, 2)",
                "SELECT pg_catalog.pg_try_advisory_lock_shared (1) | SELECT pg_catalog.pg_try_advisory_xact_lock_shared (1)",
                "SELECT set_config('a.b', 'c', false) | SELECT set_config('a.b', 'c', true)",
                "SELECT Set_Config('a.b', f(1, 2), 'f'), 1 | SELECT Set_Config('a.b', f(1, 2), true), 1",
                "SELECT set_config('a.b', 'c', 1 = 0) | SELECT set_config('a.b', 'c', true)",
                "SELECT set_config('a', set_config('b', 'c', false), false) | SELECT set_config('a', set_config('b', 'c', true), true)",
                "WITH x AS (SELECT set_config('a', 'b', false)) SELECT 1 | WITH x AS (SELECT set_config('a', 'b', true)) SELECT 1",
            })
    void sessionState_hasALocalForm(String statement, String localForm) {
        assertThat(classify(statement).kind()).isEqualTo(SESSION_STATE);
        assertThat(classify(statement).localForm()).contains(localForm);
        assertThat(classify(statement).remedy()).contains(localForm);
        assertThat(classify(localForm).kind()).isEqualTo(ORDINARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RESET ALL",
                "DISCARD ALL",
                "DISCARD TEMP",
                "LISTEN a",
                "UNLISTEN *",
                "PREPARE a (int) AS SELECT $1",
                "PREPARE transaction AS SELECT 1",
                "DEALLOCATE ALL",
                "SELECT pg_advisory_unlock(1)",
                "SELECT pg_advisory_lock(1), pg_advisory_unlock_all()"
            })
    void sessionStateWithoutLocalForm_hasARemedy(String statement) {
        assertThat(classify(statement).kind()).isEqualTo(SESSION_STATE);
        assertThat(classify(statement).localForm()).isEmpty();
        assertThat(classify(statement).remedy()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SET statement_timeout = 0               | SET LOCAL statement_timeout = 0",
                "SET lock_timeout = 0                    | SET LOCAL lock_timeout = 0",
                "SET idle_in_transaction_session_timeout = 0 | SET LOCAL idle_in_transaction_session_timeout = 0",
                "SET transaction_timeout = 0             | SET LOCAL transaction_timeout = 0",
                "SET client_encoding = 'UTF8'            | SET LOCAL client_encoding = 'UTF8'",
                "SET standard_conforming_strings = on    | SET LOCAL standard_conforming_strings = on",
                "SELECT pg_catalog.set_config('search_path', '', false) | SELECT pg_catalog.set_config('search_path', '', true)",
                "SET check_function_bodies = false       | SET LOCAL check_function_bodies = false",
                "SET xmloption = content                 | SET LOCAL xmloption = content",
                "SET client_min_messages = warning       | SET LOCAL client_min_messages = warning",
                "SET row_security = off                  | SET LOCAL row_security = off",
                "SET default_tablespace = ''             | SET LOCAL default_tablespace = ''",
                "SET default_tablespace = fast           | SET LOCAL default_tablespace = fast",
                "SET default_table_access_method = heap  | SET LOCAL default_table_access_method = heap",
            })
    void dumpSetting_isRecognisedByNameAndValue(String statement, String localForm) {
        assertThat(classify(statement).kind()).isEqualTo(DUMP_SETTING);
        assertThat(classify(statement).localForm()).contains(localForm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET statement_timeout = 1000",
                "SET client_encoding = 'LATIN1'",
                "SET check_function_bodies = true",
                "SET SESSION statement_timeout = 0",
                "SET default_tablespace = a, b",
                "SELECT pg_catalog.set_config('search_path', 'public', false)",
                "SELECT pg_catalog.set_config('search_path', '', false), 1"
            })
    void similarSetting_isNoDumpSetting(String statement) {
        assertThat(classify(statement).kind()).isEqualTo(SESSION_STATE);
    }

    @Test
    void statement_handsItsClassificationOn() {
        Statement statement = Script.parse(" -- a\n SET ROLE a;").statements().get(0);

        assertThat(statement.kind()).isEqualTo(SESSION_STATE);
        assertThat(statement.localForm()).contains("SET LOCAL ROLE a");
        assertThat(statement.line()).isEqualTo(2);
        assertThat(statement.column()).isEqualTo(2);
        assertThat(statement.offset()).isEqualTo(7);
    }

    private static Classification classify(String statement) {
        return Script.parse(statement).statements().get(0).classification();
    }
}
