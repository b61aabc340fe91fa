package dev.reflux.schema.example.jooq;

import dev.reflux.Sql;
import dev.reflux.schema.TableAdditions;
import java.io.Serial;
import java.util.List;
import org.jooq.Check;
import org.jooq.Constraint;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Domain;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.Sequence;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableOptions;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.SchemaImpl;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** Tables in the static fields of a class that is none itself, with what else may stand there. */
public final class Models {

    public static final Schema APP = new SchemaImpl(DSL.name("app"));
    public static final Sequence<Integer> TICKETS =
            Internal.createSequence("tickets", APP, SQLDataType.INTEGER.nullable(false), 100, 5, null, 1000, true, 10);
    public static final Domain<String> EMAIL = Internal.createDomain(
            APP,
            DSL.name("email"),
            SQLDataType.VARCHAR(254).nullable(false).defaultValue("nobody@example.com"),
            new Check<?>[] {Internal.createCheck(null, null, "CHECK (((VALUE)::text ~ '@'::text))")});

    public static final Pages PAGES = new Pages(DSL.name("pages"), null, TableOptions.table());
    public static final Oddities ODDITIES = new Oddities();

    static final Pages ALIAS = new Pages(DSL.name("p"), PAGES, TableOptions.table());
    static final Pages VIEW = new Pages(DSL.name("recent_pages"), null, TableOptions.view("select * from pages"));
    static final @Nullable Table<?> NOTHING = null;
    static final String TEXT = "no table";

    private Models() {}

    /** A table in a schema, to which another refers. */
    public static class Pages extends TableImpl<Record> {

        @Serial
        private static final long serialVersionUID = 1L;

        public final TableField<Record, Long> ID =
                createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
        public final TableField<Record, Long> PARENT_ID = createField(DSL.name("parent_id"), SQLDataType.BIGINT, this);

        Pages(org.jooq.Name name, @Nullable Table<Record> aliased, TableOptions options) {
            super(name, null, aliased, null, DSL.comment(""), options);
        }

        @Override
        public Schema getSchema() {
            return APP;
        }

        @Override
        public UniqueKey<Record> getPrimaryKey() {
            return Internal.createUniqueKey(this, DSL.name("pages_pkey"), ID);
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public List<ForeignKey<Record, ?>> getReferences() {
            UniqueKey<Record> key = getPrimaryKey();
            TableField<Record, ?>[] fields = new TableField[] {PARENT_ID};
            return List.of(Internal.createForeignKey(
                    this, DSL.name("pages_parent_id_fkey"), fields, key, key.getFieldsArray(), true));
        }
    }

    /** A table with everything that jOOQ's own export gets wrong. */
    public static final class Oddities extends TableImpl<Record> implements TableAdditions {

        @Serial
        private static final long serialVersionUID = 1L;

        private static final DataType<Mood> MOOD = SQLDataType.VARCHAR.asEnumDataType(Mood.class);

        private Oddities() {
            super(DSL.name("Odd Table"), null, null, null, DSL.comment("it's odd"), TableOptions.table());
            column("email", EMAIL.getDataType());
            column("other_email", EMAIL.getDataType().nullable(true).defaultValue("x@y"));
            column("emails", EMAIL.getDataType().array());
            column("mood", MOOD.nullable(false).defaultValue(Mood.SO_SO));
            column("moods", MOOD.array());
            column(
                    "loud",
                    MOOD.asConvertedDataType(
                            Converter.ofNullable(Mood.class, String.class, Mood::getLiteral, Mood::valueOf)));
            column("prices", SQLDataType.NUMERIC(10, 2).array());
            column("at", SQLDataType.LOCALDATETIME(6));
            column("at_times", SQLDataType.OFFSETDATETIME(6).array());
            column("at_millisecond", SQLDataType.OFFSETDATETIME(3));
            column(
                    "first",
                    SQLDataType.VARCHAR(20).collation(DSL.collation("C")).defaultValue("a'b\\c"));
            column("ticket", SQLDataType.INTEGER.defaultValue(DSL.field("nextval('app.tickets')", Integer.class)));
            column("whole", SQLDataType.CLOB.generatedAlwaysAs(wholeName()).stored());
            column("address", new DefaultDataType<>(SQLDialect.POSTGRES, Object.class, "inet"));
        }

        @Override
        public List<UniqueKey<Record>> getUniqueKeys() {
            return List.of();
        }

        @Override
        public List<Check<Record>> getChecks() {
            return List.of(
                    Internal.createCheck(this, DSL.name("kept"), "address is not null"),
                    Internal.createCheck(this, DSL.name("replaced"), "false"));
        }

        @Override
        public List<Index> getIndexes() {
            OrderField<?>[] fields = {
                DSL.lower(DSL.field(DSL.name("first"), String.class)),
                field("at").desc().nullsLast()
            };
            return List.of(Internal.createIndex(DSL.name("odd_idx"), this, fields, true));
        }

        @Override
        public List<Constraint> additionalConstraints() {
            return List.of(DSL.constraint("replaced").check(DSL.condition("true")));
        }

        @Override
        public List<Query> additionalStatements() {
            return List.of(Sql.of("CREATE INDEX ON \"Odd Table\" USING gin (prices)"));
        }

        private void column(String name, DataType<?> type) {
            createField(DSL.name(name), type, this, name.equals("first") ? "the \"first\"" : "");
        }

        private Field<String> wholeName() {
            return DSL.field(DSL.name(getQualifiedName(), DSL.name("first")), SQLDataType.CLOB);
        }
    }
}
