package dev.reflux.schema.booking.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.OffsetDateTime;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** A customer of a business. */
@Entity
@Table(
        name = "customers",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "customers_business_id_email_key",
                        columnNames = {"business_id", "email"}),
        indexes = @Index(name = "customers_name_idx", columnList = "name"))
public class Customer extends Identified {

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "customers_business_id_fkey"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Business business;

    @Column(nullable = false, length = 200)
    String name;

    @Column(length = 254)
    EmailAddress email;

    @Column(length = 32)
    String phone;

    @Column(columnDefinition = "text")
    String notes;

    @Column(nullable = false)
    @ColumnDefault("now()")
    OffsetDateTime createdAt;
}
