package dev.reflux.schema.booking.jooq;

import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;

/** The businesses that take bookings. */
public final class Businesses extends BookingTable {

    public static final Businesses BUSINESSES = new Businesses();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = createField(DSL.name("id"), RANDOM, this);
    public final TableField<Record, String> NAME =
            createField(DSL.name("name"), SQLDataType.VARCHAR(200).nullable(false), this, "As customers see it");
    public final TableField<Record, String> SLUG =
            createField(DSL.name("slug"), SQLDataType.VARCHAR(80).nullable(false), this);
    public final TableField<Record, String> COUNTRY =
            createField(DSL.name("country"), SQLDataType.CHAR(2).nullable(false), this);
    public final TableField<Record, JSONB> OPENING_HOURS =
            createField(DSL.name("opening_hours"), withDefault(SQLDataType.JSONB, "'{}'::jsonb"), this);
    public final TableField<Record, String[]> TAGS =
            createField(DSL.name("tags"), withDefault(SQLDataType.CLOB.array(), "'{}'::text[]"), this);
    public final TableField<Record, OffsetDateTime> CREATED_AT = createField(DSL.name("created_at"), CREATION, this);

    private Businesses() {
        super("businesses", "Who takes bookings");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key(ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(unique("businesses_slug_key", SLUG));
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(
                Internal.createCheck(this, DSL.name("businesses_country_check"), "((country ~ '^[A-Z]{2}$'::text))"));
    }
}
