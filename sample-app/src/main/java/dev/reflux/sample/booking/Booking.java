package dev.reflux.sample.booking;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * Who comes when, for what, and to whom; the times are those of the business.
 *
 * @param customer the name, and nothing else of the customer
 */
public record Booking(
        UUID id,
        String customer,
        String service,
        String staff,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        String status) {}
