package dev.reflux.schema.booking.jpa;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.OffsetDateTime;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

/** Who comes when, for what, and to whom. */
@Entity
@Table(
        name = "bookings",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "bookings_staff_id_starts_at_key",
                        columnNames = {"staff_id", "starts_at"}),
        indexes = {
            @Index(name = "bookings_business_id_starts_at_idx", columnList = "business_id, starts_at desc"),
            @Index(name = "bookings_customer_id_idx", columnList = "customer_id")
        },
        check = @CheckConstraint(name = "bookings_period_check", constraint = "starts_at < ends_at"))
public class Booking extends Identified {

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "bookings_business_id_fkey"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Business business;

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "bookings_customer_id_fkey"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Customer customer;

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "bookings_service_id_fkey"))
    Service service;

    @ManyToOne
    @JoinColumn(name = "staff_id", foreignKey = @ForeignKey(name = "bookings_staff_id_fkey"))
    @OnDelete(action = OnDeleteAction.SET_NULL)
    StaffMember staff;

    @Embedded
    Period period;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(nullable = false)
    @ColumnDefault("'PENDING'")
    BookingStatus status;

    @Column(columnDefinition = "text")
    String notes;

    @Column(nullable = false)
    @ColumnDefault("now()")
    OffsetDateTime createdAt;
}
