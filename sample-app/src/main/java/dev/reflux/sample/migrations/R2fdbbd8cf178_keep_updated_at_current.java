package dev.reflux.sample.migrations;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;

import dev.reflux.Migration;
import dev.reflux.Revision;
import dev.reflux.Sql;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A column {@code updated_at} in every table, and one trigger function that keeps it current. */
@Revision(
        id = "2fdbbd8cf178",
        revises = "848ee601b014",
        message = "keep updated_at current",
        created = "2026-04-07T16:31:02Z")
public final class R2fdbbd8cf178_keep_updated_at_current implements Migration {

    private static final List<String> TABLES = List.of("businesses", "customers", "services", "staff", "bookings");
    private static final Field<OffsetDateTime> NOW = field("now()", TIMESTAMPWITHTIMEZONE);

    private static final Query FUNCTION = Sql.of("""
            CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                NEW.updated_at := now();
                RETURN NEW;
            END
            $$
            """);

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.concat(
                Flux.just(FUNCTION),
                Flux.fromIterable(TABLES).concatMap(table -> Flux.just(addColumn(db, table), createTrigger(table))));
    }

    private static Query addColumn(DSLContext db, String table) {
        return db.alterTable(table)
                .addColumn("updated_at", TIMESTAMPWITHTIMEZONE.notNull().defaultValue(NOW));
    }

    private static Query createTrigger(String table) {
        return Sql.of("""
                CREATE TRIGGER %1$s_touch_updated_at BEFORE UPDATE ON %1$s
                    FOR EACH ROW EXECUTE FUNCTION touch_updated_at()
                """.formatted(table));
    }

    @Override
    public Publisher<? extends Query> downgrade(DSLContext db) {
        return Flux.concat(
                Flux.fromIterable(TABLES).concatMap(table -> Flux.just(dropTrigger(table), dropColumn(db, table))),
                Flux.just(Sql.of("DROP FUNCTION touch_updated_at()")));
    }

    private static Query dropTrigger(String table) {
        return Sql.of("DROP TRIGGER %1$s_touch_updated_at ON %1$s".formatted(table));
    }

    private static Query dropColumn(DSLContext db, String table) {
        return db.alterTable(table).dropColumn("updated_at");
    }
}
