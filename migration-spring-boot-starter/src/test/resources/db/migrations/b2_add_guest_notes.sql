-- revision: b2
-- revises: a1
-- message: add notes to guests
-- created: 2026-11-27

-- upgrade
ALTER TABLE guests ADD COLUMN notes text;

-- downgrade
ALTER TABLE guests DROP COLUMN notes;
