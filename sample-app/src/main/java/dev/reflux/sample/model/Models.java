package dev.reflux.sample.model;

import java.io.Serial;
import java.util.List;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SchemaImpl;

/** All of the booking service's tables. */
public final class Models extends SchemaImpl {

    /** The schema in which they are. */
    public static final Models PUBLIC = new Models();

    @Serial
    private static final long serialVersionUID = 1L;

    private Models() {
        super(DSL.name("public"), null);
    }

    @Override
    public List<Table<?>> getTables() {
        return List.of(
                Businesses.BUSINESSES,
                Customers.CUSTOMERS,
                Services.SERVICES,
                Staff.STAFF,
                StaffServices.STAFF_SERVICES,
                Bookings.BOOKINGS,
                Faqs.FAQS,
                SupportSessions.SUPPORT_SESSIONS,
                ConversationHistory.CONVERSATION_HISTORY);
    }
}
