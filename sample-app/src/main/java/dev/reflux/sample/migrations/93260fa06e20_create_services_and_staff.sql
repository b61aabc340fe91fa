-- revision: 93260fa06e20
-- revises: 95bbc1a11b12
-- message: create services and staff
-- created: 2026-02-11T15:40:03Z

-- upgrade
CREATE TYPE staff_role AS ENUM ('owner', 'manager', 'employee');

CREATE TABLE services (
    id               uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
    business_id      uuid           NOT NULL REFERENCES businesses ON DELETE CASCADE,
    name             varchar(120)   NOT NULL,
    description      text           NOT NULL DEFAULT '',
    duration_minutes integer        NOT NULL CHECK (duration_minutes BETWEEN 5 AND 1440),
    price            numeric(10, 2) NOT NULL CHECK (price >= 0),
    currency         char(3)        NOT NULL,
    tags             text[]         NOT NULL DEFAULT '{}',
    created_at       timestamptz    NOT NULL DEFAULT now(),
    UNIQUE (business_id, name)
);

CREATE TABLE staff (
    id          uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    business_id uuid         NOT NULL REFERENCES businesses ON DELETE CASCADE,
    name        varchar(200) NOT NULL,
    role        staff_role   NOT NULL DEFAULT 'employee',
    active      boolean      NOT NULL DEFAULT true,
    created_at  timestamptz  NOT NULL DEFAULT now()
);

CREATE TABLE staff_services (
    staff_id   uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
    service_id uuid NOT NULL REFERENCES services ON DELETE CASCADE,
    PRIMARY KEY (staff_id, service_id)
);

CREATE INDEX staff_active_idx ON staff (business_id) WHERE active;

-- downgrade
DROP TABLE staff_services;
DROP TABLE staff;
DROP TABLE services;
DROP TYPE staff_role;
