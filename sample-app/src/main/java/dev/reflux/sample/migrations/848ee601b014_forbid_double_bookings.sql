-- revision: 848ee601b014
-- revises: eb224999664b
-- message: forbid double bookings
-- created: 2026-03-19T13:55:50Z

-- upgrade
-- btree_gist lets a GiST index compare the uuid of the staff member with "=".
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE bookings
    ADD CONSTRAINT bookings_no_overlap
    EXCLUDE USING gist (staff_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (status <> 'cancelled');

-- downgrade
ALTER TABLE bookings DROP CONSTRAINT bookings_no_overlap;

-- PostgreSQL refuses this while anything else uses the extension.
DROP EXTENSION btree_gist;
