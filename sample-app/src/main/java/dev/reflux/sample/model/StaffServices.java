package dev.reflux.sample.model;

import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.jooq.Constraint;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;

/** Who does what. */
public final class StaffServices extends ServiceTable {

    /** The table. */
    public static final StaffServices STAFF_SERVICES = new StaffServices();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> STAFF_ID = column("staff_id", REFERENCE);
    public final TableField<Record, UUID> SERVICE_ID = column("service_id", REFERENCE);

    private StaffServices() {
        super("staff_services");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key("_pkey", STAFF_ID, SERVICE_ID);
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(
                reference(STAFF_ID, Staff.STAFF).onDeleteCascade(),
                reference(SERVICE_ID, Services.SERVICES).onDeleteCascade());
    }
}
