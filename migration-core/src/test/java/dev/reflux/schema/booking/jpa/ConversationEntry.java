package dev.reflux.schema.booking.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

/** What was said in a support session. */
@Entity
@Table(
        name = "conversation_history",
        indexes = @Index(name = "conversation_history_session_id_idx", columnList = "session_id, created_at"))
public class ConversationEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "conversation_history_session_id_fkey"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    SupportSession session;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(nullable = false)
    MessageRole role;

    @Column(nullable = false, columnDefinition = "text")
    String content;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> metadata;

    @Column(nullable = false)
    @ColumnDefault("now()")
    OffsetDateTime createdAt;
}
