CREATE TABLE counters (
    correlation_id uuid PRIMARY KEY,
    current_state text NOT NULL,
    name text NOT NULL UNIQUE,
    count integer NOT NULL,
    due_at timestamptz,
    version integer NOT NULL
);

CREATE INDEX counters_due_at ON counters (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE notes (
    id uuid PRIMARY KEY,
    text text NOT NULL
);
