-- revision: 01e7a5f4b323
-- revises: 0a50e89ed479, f9e031e346b1
-- message: merge booking and support
-- created: 2026-08-17T08:01:12Z

-- upgrade

-- downgrade
