package dev.reflux.schema.booking.jooq;

import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.jooq.Constraint;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Questions that a business answers for all. */
public final class Faqs extends BookingTable {

    public static final Faqs FAQS = new Faqs();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    public final TableField<Record, UUID> BUSINESS_ID = createField(DSL.name("business_id"), REFERENCE, this);
    public final TableField<Record, String> QUESTION =
            createField(DSL.name("question"), SQLDataType.CLOB.nullable(false), this);
    public final TableField<Record, String> ANSWER =
            createField(DSL.name("answer"), SQLDataType.CLOB.nullable(false), this);
    public final TableField<Record, Integer> POSITION =
            createField(DSL.name("position"), withDefault(SQLDataType.INTEGER, "0"), this);

    private Faqs() {
        super("faqs", "");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key(ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(unique("faqs_business_id_question_key", BUSINESS_ID, QUESTION));
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(reference(BUSINESS_ID, Businesses.BUSINESSES));
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(cascading(BUSINESS_ID, Businesses.BUSINESSES));
    }
}
