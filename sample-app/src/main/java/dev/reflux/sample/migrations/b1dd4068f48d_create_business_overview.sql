-- revision: b1dd4068f48d
-- revises: a67747035f13
-- message: create business overview
-- created: 2026-10-14T15:44:20Z

-- upgrade
CREATE VIEW business_overview AS
SELECT businesses.id AS business_id,
       businesses.name,
       upcoming.bookings AS upcoming_bookings,
       upcoming.next_at AS next_booking_at,
       unresolved.sessions AS unresolved_sessions
FROM businesses
CROSS JOIN LATERAL (
    SELECT count(*) AS bookings, min(bookings.starts_at) AS next_at
    FROM bookings
    WHERE bookings.business_id = businesses.id
      AND bookings.status IN ('pending', 'confirmed')
      AND bookings.starts_at >= now()
) AS upcoming
CROSS JOIN LATERAL (
    SELECT count(*) AS sessions
    FROM support_sessions
    WHERE support_sessions.business_id = businesses.id
      AND support_sessions.status <> 'resolved'
) AS unresolved;

-- downgrade
DROP VIEW business_overview;
