package dev.reflux.sample.model;

import dev.reflux.Sql;
import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.Constraint;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.SQLDataType;

/** What was said in a support session, turn by turn. */
public final class ConversationHistory extends ServiceTable {

    /** The table. */
    public static final ConversationHistory CONVERSATION_HISTORY = new ConversationHistory();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = column("id", RANDOM);
    public final TableField<Record, UUID> SESSION_ID = column("session_id", REFERENCE);
    public final TableField<Record, Integer> TURN = column("turn", SQLDataType.INTEGER.notNull());
    public final TableField<Record, ConversationRole> ROLE = column(
            "role",
            SQLDataType.VARCHAR.notNull().asEnumDataType(ConversationRole.class).notNull());
    public final TableField<Record, String> CONTENT = column("content", WORDS);
    public final TableField<Record, JSONB> METADATA = column("metadata", withDefault(SQLDataType.JSONB, "'{}'::jsonb"));
    public final TableField<Record, OffsetDateTime> CREATED_AT = column("created_at", NOW);

    private ConversationHistory() {
        super("conversation_history");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key("_pkey", ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(key("_session_id_turn_key", SESSION_ID, TURN));
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(reference(SESSION_ID, SupportSessions.SUPPORT_SESSIONS).onDeleteCascade());
    }

    @Override
    public List<Query> additionalStatements() {
        return List.of(
                Sql.of(
                        "CREATE INDEX conversation_history_metadata_idx ON conversation_history USING gin (metadata jsonb_path_ops)"));
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(check("conversation_history_turn_check", "turn > 0"));
    }
}
