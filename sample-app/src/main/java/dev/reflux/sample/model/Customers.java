package dev.reflux.sample.model;

import dev.reflux.Sql;
import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.Constraint;
import org.jooq.Index;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.SQLDataType;

/** Who comes. */
public final class Customers extends ServiceTable {

    /** The table. */
    public static final Customers CUSTOMERS = new Customers();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = column("id", RANDOM);
    public final TableField<Record, UUID> BUSINESS_ID = column("business_id", REFERENCE);
    public final TableField<Record, String> NAME =
            column("name", SQLDataType.VARCHAR(200).notNull());
    public final TableField<Record, String> EMAIL = column("email", SQLDataType.VARCHAR(254));
    public final TableField<Record, String> NOTES = column("notes", SQLDataType.CLOB);
    public final TableField<Record, OffsetDateTime> CREATED_AT = column("created_at", NOW);
    public final TableField<Record, OffsetDateTime> UPDATED_AT = column("updated_at", NOW);
    public final TableField<Record, String> PHONE = column("phone", SQLDataType.VARCHAR(32));
    public final TableField<Record, String> PHONE_E164 = column("phone_e164", SQLDataType.VARCHAR(16));

    private Customers() {
        super("customers");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key("_pkey", ID);
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(reference(BUSINESS_ID, Businesses.BUSINESSES).onDeleteCascade());
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(index("customers_phone_idx", PHONE));
    }

    @Override
    public List<Query> additionalStatements() {
        return List.of(Sql.of("CREATE UNIQUE INDEX customers_email_key ON customers (business_id, lower(email))"));
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(check("customers_phone_e164_check", "phone_e164 ~ '^\\+[1-9][0-9]{6,14}$'"));
    }
}
