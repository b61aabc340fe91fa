package dev.reflux.schema.booking.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;

/** What is known by a random number. */
@MappedSuperclass
public abstract class Identified {

    @Id
    @Column(nullable = false)
    @ColumnDefault("gen_random_uuid()")
    UUID id;
}
