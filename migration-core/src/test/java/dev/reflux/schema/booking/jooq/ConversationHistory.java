package dev.reflux.schema.booking.jooq;

import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Constraint;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What was said in a support session. */
public final class ConversationHistory extends BookingTable {

    public static final ConversationHistory CONVERSATION_HISTORY = new ConversationHistory();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    public final TableField<Record, UUID> SESSION_ID = createField(DSL.name("session_id"), REFERENCE, this);
    public final TableField<Record, MessageRole> ROLE = createField(
            DSL.name("role"),
            SQLDataType.VARCHAR.asEnumDataType(MessageRole.class).nullable(false),
            this);
    public final TableField<Record, String> CONTENT =
            createField(DSL.name("content"), SQLDataType.CLOB.nullable(false), this);
    public final TableField<Record, JSONB> METADATA = createField(DSL.name("metadata"), SQLDataType.JSONB, this);
    public final TableField<Record, OffsetDateTime> CREATED_AT = createField(DSL.name("created_at"), CREATION, this);

    private ConversationHistory() {
        super("conversation_history", "");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key(ID);
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(reference(SESSION_ID, SupportSessions.SUPPORT_SESSIONS));
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(cascading(SESSION_ID, SupportSessions.SUPPORT_SESSIONS));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(index("conversation_history_session_id_idx", SESSION_ID, CREATED_AT));
    }
}
