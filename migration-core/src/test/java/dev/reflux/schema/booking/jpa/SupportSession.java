package dev.reflux.schema.booking.jpa;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
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

/** A conversation between a customer and support. */
@Entity
@Table(
        name = "support_sessions",
        check = @CheckConstraint(name = "support_sessions_period_check", constraint = "opened_at <= closed_at"))
public class SupportSession extends Identified {

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "support_sessions_business_id_fkey"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Business business;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "support_sessions_customer_id_fkey"))
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Customer customer;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "support_sessions_booking_id_fkey"))
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Booking booking;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(nullable = false)
    @ColumnDefault("'OPEN'")
    SupportStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    @ColumnDefault("'{}'")
    Map<String, Object> context;

    @Column(nullable = false)
    @ColumnDefault("now()")
    OffsetDateTime openedAt;

    OffsetDateTime closedAt;
}
