package dev.reflux.sample.booking;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for.
 *
 * @param phone as it is typed; may be missing
 * @param startsAt in the time zone of the business
 */
public record BookingRequest(
        @NotBlank(message = "Who is coming?") @Size(max = 200, message = "At most 200 letters.")
        String name,

        @NotBlank(message = "Where can we reach you?")
        @Email(message = "This is no email address.")
        @Size(max = 254, message = "At most 254 letters.")
        String email,

        @Nullable @Size(max = 32, message = "At most 32 letters.")
        String phone,

        @NotNull(message = "What for?") UUID serviceId,
        @NotNull(message = "With whom?") UUID staffId,
        @NotNull(message = "When?") LocalDateTime startsAt) {}
