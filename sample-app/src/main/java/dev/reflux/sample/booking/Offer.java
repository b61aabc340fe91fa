package dev.reflux.sample.booking;

import java.util.List;
import java.util.UUID;

/**
 * A service and who does it.
 *
 * @param durationMinutes how long it takes
 * @param priceCents what it costs, in hundredths of the currency
 * @param staff who does it, by name
 */
public record Offer(UUID id, String name, int durationMinutes, int priceCents, String currency, List<Person> staff) {

    /** Copies the list. */
    public Offer {
        staff = List.copyOf(staff);
    }

    /** A member of the staff. */
    public record Person(UUID id, String name) {}
}
