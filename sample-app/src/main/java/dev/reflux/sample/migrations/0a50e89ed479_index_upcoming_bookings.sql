-- revision: 0a50e89ed479
-- revises: 7985c807adbe
-- message: index upcoming bookings
-- created: 2026-07-30T17:03:36Z
-- transactional: false

-- upgrade
-- Built concurrently, so that the service keeps taking bookings meanwhile.
CREATE INDEX CONCURRENTLY bookings_upcoming_idx
    ON bookings (business_id, starts_at)
    WHERE status IN ('pending', 'confirmed');

-- downgrade
DROP INDEX CONCURRENTLY bookings_upcoming_idx;
