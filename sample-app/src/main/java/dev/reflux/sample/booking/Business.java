package dev.reflux.sample.booking;

import java.time.ZoneId;
import java.util.UUID;

/**
 * Who takes bookings.
 *
 * @param slug its name in addresses
 * @param timeZone in which its days and hours are
 */
public record Business(UUID id, String name, String slug, ZoneId timeZone) {}
