package dev.reflux.schema.booking.jpa;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** What customers can book. */
@Entity
@Table(name = "services", check = @CheckConstraint(name = "services_minutes_check", constraint = "minutes > 0"))
public class Service extends Identified {

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "services_business_id_fkey"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Business business;

    @Column(nullable = false, length = 200)
    String name;

    @Column(nullable = false)
    Integer minutes;

    @Column(nullable = false, precision = 10, scale = 2)
    BigDecimal price;

    @Column(nullable = false)
    @ColumnDefault("true")
    boolean active;
}
