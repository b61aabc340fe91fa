package dev.reflux.schema.booking.jooq;

import java.io.Serial;
import java.util.List;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SchemaImpl;

/** The schema of the booking service. */
public final class Public extends SchemaImpl {

    public static final Public PUBLIC = new Public();

    @Serial
    private static final long serialVersionUID = 1L;

    private Public() {
        super(DSL.name("public"), null, DSL.comment(""));
    }

    @Override
    public List<Table<?>> getTables() {
        return List.of(
                Bookings.BOOKINGS,
                Businesses.BUSINESSES,
                ConversationHistory.CONVERSATION_HISTORY,
                Customers.CUSTOMERS,
                Faqs.FAQS,
                Services.SERVICES,
                Staff.STAFF,
                SupportSessions.SUPPORT_SESSIONS);
    }
}
