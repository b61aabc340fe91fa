package dev.reflux.sample.model;

import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.SQLDataType;

/** Who takes bookings. */
public final class Businesses extends ServiceTable {

    /** The table. */
    public static final Businesses BUSINESSES = new Businesses();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = column("id", RANDOM);
    public final TableField<Record, String> NAME =
            column("name", SQLDataType.VARCHAR(200).notNull());
    public final TableField<Record, String> SLUG =
            column("slug", SQLDataType.VARCHAR(80).notNull());
    public final TableField<Record, String> COUNTRY =
            column("country", SQLDataType.CHAR(2).notNull());
    public final TableField<Record, String> TIME_ZONE =
            column("time_zone", SQLDataType.VARCHAR(64).notNull());
    public final TableField<Record, JSONB> OPENING_HOURS =
            column("opening_hours", withDefault(SQLDataType.JSONB, "'{}'::jsonb"));
    public final TableField<Record, OffsetDateTime> CREATED_AT = column("created_at", NOW);
    public final TableField<Record, OffsetDateTime> UPDATED_AT = column("updated_at", NOW);

    private Businesses() {
        super("businesses");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key("_pkey", ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(key("_slug_key", SLUG));
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(check("businesses_country_check", "country ~ '^[A-Z]{2}$'"));
    }
}
