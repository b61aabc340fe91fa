-- revision: f9e031e346b1
-- revises: d39f214d0140
-- message: create conversation history
-- created: 2026-07-01T10:58:33Z

-- upgrade
CREATE TYPE conversation_role AS ENUM ('customer', 'assistant', 'staff');

CREATE TABLE conversation_history (
    id         uuid              PRIMARY KEY DEFAULT gen_random_uuid(),
    session_id uuid              NOT NULL REFERENCES support_sessions ON DELETE CASCADE,
    turn       integer           NOT NULL CHECK (turn > 0),
    role       conversation_role NOT NULL,
    content    text              NOT NULL,
    metadata   jsonb             NOT NULL DEFAULT '{}',
    created_at timestamptz       NOT NULL DEFAULT now(),
    UNIQUE (session_id, turn)
);

CREATE INDEX conversation_history_metadata_idx ON conversation_history USING gin (metadata jsonb_path_ops);

-- downgrade
DROP TABLE conversation_history;
DROP TYPE conversation_role;
