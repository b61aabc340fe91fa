-- revision: c3
-- revises: b2
-- message: index what is not there
-- created: 2026-11-28

-- upgrade
ALTER TABLE guests ADD COLUMN mood text;
CREATE INDEX guests_nothing_idx ON guests (nothing);

-- downgrade
ALTER TABLE guests DROP COLUMN mood;
