package dev.reflux.schema.booking.jpa;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who takes bookings. */
@Entity
@Table(
        name = "businesses",
        comment = "Who takes bookings",
        check = @CheckConstraint(name = "businesses_country_check", constraint = "country ~ '^[A-Z]{2}$'"))
public class Business extends Identified {

    @Column(nullable = false, length = 200, comment = "As customers see it")
    String name;

    @Column(nullable = false, length = 80, unique = true)
    String slug;

    @Column(nullable = false, length = 2)
    @JdbcTypeCode(SqlTypes.CHAR)
    String country;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    @ColumnDefault("'{}'")
    Map<String, Object> openingHours;

    @Column(nullable = false, columnDefinition = "text[]")
    @ColumnDefault("'{}'")
    String[] tags;

    @Column(nullable = false)
    @ColumnDefault("now()")
    OffsetDateTime createdAt;
}
