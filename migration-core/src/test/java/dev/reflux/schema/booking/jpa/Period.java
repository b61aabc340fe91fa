package dev.reflux.schema.booking.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.OffsetDateTime;

/** From when to when. */
@Embeddable
public class Period {

    @Column(nullable = false)
    OffsetDateTime startsAt;

    @Column(nullable = false)
    OffsetDateTime endsAt;
}
