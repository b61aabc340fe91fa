/**
 * Databases for tests, and what watches over the tests.
 *
 * <p>It is enough to have this module on the class path of the tests: {@link dev.reflux.test.BlockHoundInstaller
 * BlockHound} is then installed in the test JVM. A test class that needs a database is annotated with {@link
 * dev.reflux.test.PostgresTest @PostgresTest} and takes a {@link dev.reflux.test.TestDatabase}:
 *
 * <pre>{@code
 * @PostgresTest
 * class ExampleTest {
 *     @Test
 *     void table_created_isEmpty(TestDatabase database) {
 *         database.execute("CREATE TABLE customers (id int PRIMARY KEY)");
 *         assertThat(database.query("SELECT * FROM customers")).isEmpty();
 *     }
 * }
 * }</pre>
 *
 * <p>The server comes from the first of these that there is, once for the whole JVM:
 * <ol>
 *   <li>the URL in the environment variable {@code REFLUX_TEST_URL} or the system property {@code reflux.test.url};
 *   <li>a container {@code postgres:<major>}, if a container engine answers;
 *   <li>an embedded PostgreSQL, whose binaries the property {@code postgres.version} of the build chooses.
 * </ol>
 * The system property {@code reflux.test.containers} rules the second: {@code auto} (the default), {@code never}, which
 * does not even ask for an engine, and {@code require}, which fails when there is none.
 *
 * <p>Everything here blocks and is for tests only.
 */
@NullMarked
package dev.reflux.test;

import org.jspecify.annotations.NullMarked;
