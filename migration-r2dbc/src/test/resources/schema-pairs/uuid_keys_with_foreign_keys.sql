-- old
CREATE TABLE a (id text PRIMARY KEY);
CREATE TABLE b (id text PRIMARY KEY, a_id text NOT NULL REFERENCES a ON DELETE CASCADE, b_id text REFERENCES b);

-- new
CREATE TABLE a (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
CREATE TABLE b (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), a_id uuid NOT NULL REFERENCES a ON DELETE CASCADE, b_id uuid REFERENCES b);
