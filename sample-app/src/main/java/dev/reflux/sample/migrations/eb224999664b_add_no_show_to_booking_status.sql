-- revision: eb224999664b
-- revises: f8d65f0ceee7
-- message: add no_show to booking_status
-- created: 2026-03-04T08:27:19Z

-- upgrade
ALTER TYPE booking_status ADD VALUE 'no_show';

-- downgrade
-- PostgreSQL cannot remove a value from an enum, so the type is built anew without it.
UPDATE bookings SET status = 'cancelled' WHERE status = 'no_show';

ALTER TYPE booking_status RENAME TO booking_status_with_no_show;
CREATE TYPE booking_status AS ENUM ('pending', 'confirmed', 'completed', 'cancelled');

ALTER TABLE bookings
    ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN status TYPE booking_status USING status::text::booking_status,
    ALTER COLUMN status SET DEFAULT 'pending';

DROP TYPE booking_status_with_no_show;
