CREATE TABLE counters (
    correlation_id TEXT PRIMARY KEY,
    current_state TEXT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    count INTEGER NOT NULL,
    due_at TEXT,
    version INTEGER NOT NULL
);

CREATE INDEX counters_due_at ON counters (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE notes (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL
);
