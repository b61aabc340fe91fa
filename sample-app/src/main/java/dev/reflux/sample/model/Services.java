package dev.reflux.sample.model;

import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.Constraint;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.SQLDataType;

/** What is offered. */
public final class Services extends ServiceTable {

    /** The table. */
    public static final Services SERVICES = new Services();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = column("id", RANDOM);
    public final TableField<Record, UUID> BUSINESS_ID = column("business_id", REFERENCE);
    public final TableField<Record, String> NAME =
            column("name", SQLDataType.VARCHAR(120).notNull());
    public final TableField<Record, String> DESCRIPTION =
            column("description", withDefault(SQLDataType.CLOB, "''::text"));
    public final TableField<Record, Integer> DURATION_MINUTES =
            column("duration_minutes", SQLDataType.INTEGER.notNull());
    public final TableField<Record, String> CURRENCY =
            column("currency", SQLDataType.CHAR(3).notNull());
    public final TableField<Record, String[]> TAGS = column("tags", WORD_LIST);
    public final TableField<Record, OffsetDateTime> CREATED_AT = column("created_at", NOW);
    public final TableField<Record, OffsetDateTime> UPDATED_AT = column("updated_at", NOW);
    public final TableField<Record, Integer> PRICE_CENTS = column("price_cents", SQLDataType.INTEGER.notNull());

    private Services() {
        super("services");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key("_pkey", ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(key("_business_id_name_key", BUSINESS_ID, NAME));
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(reference(BUSINESS_ID, Businesses.BUSINESSES).onDeleteCascade());
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(
                check("services_duration_minutes_check", "duration_minutes BETWEEN 5 AND 1440"),
                check("services_price_cents_check", "price_cents >= 0"));
    }
}
