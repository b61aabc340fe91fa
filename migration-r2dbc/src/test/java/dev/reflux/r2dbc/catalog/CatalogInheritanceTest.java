package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** Partitions and inheritance: what is an object of its own, and what comes from the parent. */
@PostgresTest
class CatalogInheritanceTest {

    private static final String PARTITIONED = """
            CREATE TABLE customers (id int PRIMARY KEY);
            CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE orders (
                id int, region text DEFAULT 'eu', customer int REFERENCES customers,
                CONSTRAINT positive CHECK (id > 0), PRIMARY KEY (id, region)) PARTITION BY LIST (region);
            CREATE INDEX by_customer ON orders (customer);
            CREATE TRIGGER watching AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION watch();
            CREATE TABLE orders_eu PARTITION OF orders (CONSTRAINT below CHECK (id < 100)) FOR VALUES IN ('eu');
            CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
            CREATE INDEX own ON orders_eu (id);
            CREATE TABLE items (id int, order_id int, region text, FOREIGN KEY (order_id, region) REFERENCES orders);
            """;

    private final TestDatabase database;

    CatalogInheritanceTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void partition_hasItsParentAndItsBound() {
        Reading reading = Reading.of(database, """
                CREATE TABLE p (a int, b int) PARTITION BY RANGE (a, (b + 1));
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1, MINVALUE) TO (10, 5) PARTITION BY HASH (b);
                CREATE TABLE p11 PARTITION OF p1 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE rest PARTITION OF p DEFAULT;
                """);

        assertThat(reading.of(Kind.TABLE)).isEqualTo("""
                table app.p
                  partition_key: RANGE (a, ((b + 1)))
                  partition_columns: a integer | b integer
                table app.p1
                  partition_key: HASH (b)
                  partition_columns: b integer
                  partition_of: app.p
                  bound: FOR VALUES FROM (1, MINVALUE) TO (10, 5)
                  uses table app.p
                table app.p11
                  partition_of: app.p1
                  bound: FOR VALUES WITH (modulus 2, remainder 0)
                  uses table app.p1
                table app.rest
                  partition_of: app.p
                  bound: DEFAULT
                  uses table app.p
                """);
    }

    @Test
    void partitions_haveOnlyTheConstraintsIndexesAndTriggersThatAreTheirOwn() {
        Reading reading = Reading.of(database, PARTITIONED);

        assertThat(reading.of(
                        Kind.PRIMARY_KEY,
                        Kind.UNIQUE,
                        Kind.CHECK,
                        Kind.EXCLUSION,
                        Kind.FOREIGN_KEY,
                        Kind.INDEX,
                        Kind.TRIGGER))
                .isEqualTo("""
                        primary key app.customers.customers_pkey
                          definition: PRIMARY KEY (id)
                          uses column app.customers.id
                        foreign key app.items.items_order_id_region_fkey
                          definition: FOREIGN KEY (order_id, region) REFERENCES app.orders(id, region)
                          uses column app.items.order_id
                          uses column app.items.region
                          uses column app.orders.id
                          uses column app.orders.region
                          uses primary key app.orders.orders_pkey
                        foreign key app.orders.orders_customer_fkey
                          definition: FOREIGN KEY (customer) REFERENCES app.customers(id)
                          uses column app.customers.id
                          uses column app.orders.customer
                          uses primary key app.customers.customers_pkey
                        primary key app.orders.orders_pkey
                          definition: PRIMARY KEY (id, region)
                          uses column app.orders.id
                          uses column app.orders.region
                        check constraint app.orders.positive
                          definition: CHECK ((id > 0))
                          uses column app.orders.id
                        check constraint app.orders_eu.below
                          definition: CHECK ((id < 100))
                          uses column app.orders_eu.id
                        index app.orders.by_customer
                          definition: CREATE INDEX by_customer ON app.orders USING btree (customer)
                          uses column app.orders.customer
                        index app.orders_eu.own
                          definition: CREATE INDEX own ON app.orders_eu USING btree (id)
                          uses column app.orders_eu.id
                        trigger app.orders.watching
                          definition: CREATE TRIGGER watching AFTER INSERT ON app.orders FOR EACH ROW EXECUTE FUNCTION app.watch()
                          uses function app.watch()
                        """);
    }

    @Test
    void columnOfAPartition_isInherited_withItsOwnDefault() {
        Reading reading = Reading.of(database, PARTITIONED);
        ObjectId region = ObjectId.of(Kind.TABLE, "app", "orders_eu").child(Kind.COLUMN, "region");

        assertThat(reading.of(region)).contains("  not_null: true\n", "  inherited: true\n");
        assertThat(reading.of(region.child(Kind.DEFAULT))).contains("expression: 'eu'::text");
    }

    @Test
    void index_thatNotAllPartitionsHave_isOnlyOnItsTable() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int) PARTITION BY LIST (a);
                CREATE TABLE t1 PARTITION OF t DEFAULT;
                CREATE INDEX everywhere ON t (a);
                CREATE INDEX "Only" ON ONLY t (a);
                """);

        assertThat(reading.of(Kind.INDEX)).isEqualTo("""
                index app.t."Only"
                  definition: CREATE INDEX "Only" ON ONLY app.t USING btree (a)
                  uses column app.t.a
                index app.t.everywhere
                  definition: CREATE INDEX everywhere ON app.t USING btree (a)
                  uses column app.t.a
                """);
    }

    @Test
    void attachedPartition_losesWhatItSharesWithTheParent() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int PRIMARY KEY, CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (a);
                CREATE TABLE t1 (a int PRIMARY KEY, CONSTRAINT positive CHECK (a > 0), CONSTRAINT own CHECK (a < 9));
                ALTER TABLE t ATTACH PARTITION t1 DEFAULT;
                """);

        assertThat(reading.of(Kind.PRIMARY_KEY, Kind.CHECK)).isEqualTo("""
                check constraint app.t.positive
                  definition: CHECK ((a > 0))
                  uses column app.t.a
                primary key app.t.t_pkey
                  definition: PRIMARY KEY (a)
                  uses column app.t.a
                check constraint app.t1.own
                  definition: CHECK ((a < 9))
                  uses column app.t1.a
                """);
    }

    @Test
    void child_hasItsParentsInOrder_andWhatIsItsOwn() {
        Reading reading = Reading.of(database, """
                CREATE TABLE b (x int, CONSTRAINT shared CHECK (x > 0));
                CREATE TABLE "A" (y int);
                CREATE TABLE c (z int, x int, CONSTRAINT shared CHECK (x > 0)) INHERITS (b, "A");
                CREATE TABLE d () INHERITS (b);
                """);

        assertThat(reading.of(Kind.TABLE, Kind.CHECK)).isEqualTo("""
                table app."A"
                table app.b
                table app.c
                  inherits: app.b | app."A"
                  uses table app."A"
                  uses table app.b
                table app.d
                  inherits: app.b
                  hint handed_down: CHECK\tshared\tCHECK ((x > 0))
                  uses table app.b
                check constraint app.b.shared
                  definition: CHECK ((x > 0))
                  uses column app.b.x
                check constraint app.c.shared
                  definition: CHECK ((x > 0))
                  hint local_too: true
                  uses column app.c.x
                """);
        assertThat(reading.of(ObjectId.of(Kind.TABLE, "app", "c").child(Kind.COLUMN, "x")))
                .contains("inherited: true", "hint local_too: true");
        assertThat(reading.of(ObjectId.of(Kind.TABLE, "app", "c").child(Kind.COLUMN, "z")))
                .doesNotContain("inherited", "local_too");
        assertThat(reading.of(ObjectId.of(Kind.TABLE, "app", "d").child(Kind.COLUMN, "x")))
                .contains("inherited: true")
                .doesNotContain("local_too");
    }
}
