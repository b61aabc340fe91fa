package dev.reflux.schema.booking.jooq;

import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Constraint;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The customers of a business. */
public final class Customers extends BookingTable {

    public static final Customers CUSTOMERS = new Customers();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = createField(DSL.name("id"), RANDOM, this);
    public final TableField<Record, UUID> BUSINESS_ID = createField(DSL.name("business_id"), REFERENCE, this);
    public final TableField<Record, String> NAME =
            createField(DSL.name("name"), SQLDataType.VARCHAR(200).nullable(false), this);
    public final TableField<Record, String> EMAIL = createField(DSL.name("email"), SQLDataType.VARCHAR(254), this);
    public final TableField<Record, String> PHONE = createField(DSL.name("phone"), SQLDataType.VARCHAR(32), this);
    public final TableField<Record, String> NOTES = createField(DSL.name("notes"), SQLDataType.CLOB, this);
    public final TableField<Record, OffsetDateTime> CREATED_AT = createField(DSL.name("created_at"), CREATION, this);

    private Customers() {
        super("customers", "");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key(ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(unique("customers_business_id_email_key", BUSINESS_ID, EMAIL));
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(reference(BUSINESS_ID, Businesses.BUSINESSES));
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(cascading(BUSINESS_ID, Businesses.BUSINESSES));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(index("customers_name_idx", NAME.asc()));
    }
}
