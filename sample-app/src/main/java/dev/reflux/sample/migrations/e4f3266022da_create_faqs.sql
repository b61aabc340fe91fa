-- revision: e4f3266022da
-- revises: 93260fa06e20
-- labels: support
-- message: create faqs
-- created: 2026-05-20T09:36:41Z

-- upgrade
CREATE TABLE faqs (
    id          uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    business_id uuid        NOT NULL REFERENCES businesses ON DELETE CASCADE,
    question    text        NOT NULL,
    answer      text        NOT NULL,
    keywords    text[]      NOT NULL DEFAULT '{}',
    search      tsvector    NOT NULL GENERATED ALWAYS AS (to_tsvector('english', question || ' ' || answer)) STORED,
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX faqs_business_id_idx ON faqs (business_id);
CREATE INDEX faqs_keywords_idx ON faqs USING gin (keywords);
CREATE INDEX faqs_search_idx ON faqs USING gin (search);

-- downgrade
DROP TABLE faqs;
