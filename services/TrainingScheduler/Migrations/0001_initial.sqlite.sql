CREATE TABLE datasets (
    id TEXT PRIMARY KEY,
    name TEXT UNIQUE,
    format TEXT NOT NULL,
    label TEXT,
    hash TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    report TEXT NOT NULL
);

CREATE TABLE runs (
    correlation_id TEXT PRIMARY KEY,
    current_state TEXT NOT NULL,
    dataset_id TEXT NOT NULL REFERENCES datasets (id),
    ancestors TEXT NOT NULL,
    parameters TEXT NOT NULL,
    profile TEXT NOT NULL,
    priority INTEGER NOT NULL,
    promotion TEXT NOT NULL,
    requested_by TEXT,
    is_cancelled INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    completed_at TEXT,
    due_at TEXT,
    version INTEGER NOT NULL
);

CREATE INDEX runs_created_at ON runs (created_at);
CREATE INDEX runs_due_at ON runs (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE models (
    name TEXT PRIMARY KEY,
    label TEXT NOT NULL UNIQUE,
    last_version INTEGER NOT NULL,
    wanted_version INTEGER,
    wanted_by TEXT,
    live_version INTEGER,
    previous_version INTEGER,
    state TEXT NOT NULL,
    problem TEXT,
    promoted_at TEXT,
    promoted_by TEXT,
    due_at TEXT
);

CREATE INDEX models_due_at ON models (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE jobs (
    correlation_id TEXT PRIMARY KEY,
    current_state TEXT NOT NULL,
    run_id TEXT NOT NULL REFERENCES runs (correlation_id),
    ordinal INTEGER NOT NULL,
    label TEXT NOT NULL,
    model TEXT NOT NULL REFERENCES models (name),
    dataset_id TEXT NOT NULL,
    parameters TEXT NOT NULL,
    profile TEXT NOT NULL,
    priority INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    eligible_at TEXT NOT NULL,
    passed_over_at TEXT,
    reserved_worker_id TEXT,
    token INTEGER NOT NULL,
    worker_id TEXT,
    worker_boot_id TEXT,
    worker_name TEXT,
    model_version INTEGER,
    compared_version INTEGER,
    estimated_cores REAL,
    estimated_memory_bytes INTEGER,
    stage TEXT,
    fraction REAL NOT NULL,
    curve TEXT NOT NULL,
    reason TEXT,
    output TEXT NOT NULL,
    metrics TEXT,
    live_metrics TEXT,
    used_cores REAL,
    used_memory_bytes INTEGER,
    used_seconds REAL,
    attempts INTEGER NOT NULL,
    crashes INTEGER NOT NULL,
    evictions INTEGER NOT NULL,
    started_at TEXT,
    completed_at TEXT,
    due_at TEXT,
    version INTEGER NOT NULL
);

CREATE INDEX jobs_run ON jobs (run_id);
CREATE INDEX jobs_queue ON jobs (priority DESC, created_at, ordinal) WHERE current_state = 'Queued';
CREATE INDEX jobs_worker ON jobs (worker_id) WHERE current_state IN ('Assigned', 'Running');
CREATE INDEX jobs_succeeded ON jobs (dataset_id, profile, completed_at) WHERE current_state = 'Succeeded';
CREATE INDEX jobs_due_at ON jobs (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE workers (
    correlation_id TEXT PRIMARY KEY,
    current_state TEXT NOT NULL,
    name TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    booted_at TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    sampled_at TEXT NOT NULL,
    cores REAL NOT NULL,
    memory_bytes INTEGER NOT NULL,
    "window" TEXT NOT NULL,
    profiles TEXT NOT NULL,
    "grant" INTEGER NOT NULL,
    change_grant INTEGER NOT NULL,
    granted_at TEXT,
    settling_job_id TEXT,
    reason TEXT NOT NULL,
    due_at TEXT,
    version INTEGER NOT NULL
);

CREATE INDEX workers_due_at ON workers (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE decisions (
    worker_id TEXT NOT NULL,
    worker_name TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    decision TEXT NOT NULL,
    at TEXT NOT NULL,
    job_id TEXT,
    "window" TEXT NOT NULL,
    running_jobs INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (worker_id, boot_id, sequence, decision)
);

CREATE INDEX decisions_at ON decisions (at);
CREATE INDEX decisions_job ON decisions (job_id);

CREATE TABLE model_versions (
    model TEXT NOT NULL REFERENCES models (name),
    number INTEGER NOT NULL,
    label TEXT NOT NULL,
    job_id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL,
    metrics TEXT NOT NULL,
    live_metrics TEXT,
    parameters TEXT NOT NULL,
    profile TEXT NOT NULL,
    dataset_id TEXT NOT NULL,
    requested_by TEXT,
    created_at TEXT NOT NULL,
    curve TEXT NOT NULL,
    is_waiting INTEGER NOT NULL,
    is_retired INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (model, number)
);

CREATE TABLE registry_locks (
    id INTEGER PRIMARY KEY
);

INSERT INTO registry_locks (id) VALUES (1);
