CREATE TABLE datasets (
    id text PRIMARY KEY,
    name text UNIQUE,
    format text NOT NULL,
    label text,
    hash text NOT NULL,
    bytes bigint NOT NULL,
    rows integer NOT NULL,
    created_at timestamptz NOT NULL,
    report text NOT NULL
);

CREATE TABLE runs (
    correlation_id uuid PRIMARY KEY,
    current_state text NOT NULL,
    dataset_id text NOT NULL REFERENCES datasets (id),
    ancestors text NOT NULL,
    parameters text NOT NULL,
    profile text NOT NULL,
    priority integer NOT NULL,
    promotion text NOT NULL,
    requested_by text,
    is_cancelled boolean NOT NULL,
    created_at timestamptz NOT NULL,
    completed_at timestamptz,
    due_at timestamptz,
    version integer NOT NULL
);

CREATE INDEX runs_created_at ON runs (created_at);
CREATE INDEX runs_due_at ON runs (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE models (
    name text PRIMARY KEY,
    label text NOT NULL UNIQUE,
    last_version bigint NOT NULL,
    wanted_version bigint,
    wanted_by text,
    live_version bigint,
    previous_version bigint,
    state text NOT NULL,
    problem text,
    promoted_at timestamptz,
    promoted_by text,
    due_at timestamptz
);

CREATE INDEX models_due_at ON models (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE jobs (
    correlation_id uuid PRIMARY KEY,
    current_state text NOT NULL,
    run_id uuid NOT NULL REFERENCES runs (correlation_id),
    ordinal integer NOT NULL,
    label text NOT NULL,
    model text NOT NULL REFERENCES models (name),
    dataset_id text NOT NULL,
    parameters text NOT NULL,
    profile text NOT NULL,
    priority integer NOT NULL,
    created_at timestamptz NOT NULL,
    eligible_at timestamptz NOT NULL,
    passed_over_at timestamptz,
    reserved_worker_id uuid,
    token bigint NOT NULL,
    worker_id uuid,
    worker_boot_id uuid,
    worker_name text,
    model_version bigint,
    compared_version bigint,
    estimated_cores double precision,
    estimated_memory_bytes bigint,
    stage text,
    fraction double precision NOT NULL,
    curve text NOT NULL,
    reason text,
    output text NOT NULL,
    metrics text,
    live_metrics text,
    used_cores double precision,
    used_memory_bytes bigint,
    used_seconds double precision,
    attempts integer NOT NULL,
    crashes integer NOT NULL,
    evictions integer NOT NULL,
    started_at timestamptz,
    completed_at timestamptz,
    due_at timestamptz,
    version integer NOT NULL
);

CREATE INDEX jobs_run ON jobs (run_id);
CREATE INDEX jobs_queue ON jobs (priority DESC, created_at, ordinal) WHERE current_state = 'Queued';
CREATE INDEX jobs_worker ON jobs (worker_id) WHERE current_state IN ('Assigned', 'Running');
CREATE INDEX jobs_succeeded ON jobs (dataset_id, profile, completed_at) WHERE current_state = 'Succeeded';
CREATE INDEX jobs_due_at ON jobs (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE workers (
    correlation_id uuid PRIMARY KEY,
    current_state text NOT NULL,
    name text NOT NULL,
    boot_id uuid NOT NULL,
    booted_at timestamptz NOT NULL,
    sequence bigint NOT NULL,
    sampled_at timestamptz NOT NULL,
    cores double precision NOT NULL,
    memory_bytes bigint NOT NULL,
    "window" text NOT NULL,
    profiles text NOT NULL,
    "grant" bigint NOT NULL,
    change_grant bigint NOT NULL,
    granted_at timestamptz,
    settling_job_id uuid,
    reason text NOT NULL,
    due_at timestamptz,
    version integer NOT NULL
);

CREATE INDEX workers_due_at ON workers (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE decisions (
    worker_id uuid NOT NULL,
    worker_name text NOT NULL,
    boot_id uuid NOT NULL,
    sequence bigint NOT NULL,
    decision text NOT NULL,
    at timestamptz NOT NULL,
    job_id uuid,
    "window" text NOT NULL,
    running_jobs integer NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (worker_id, boot_id, sequence, decision)
);

CREATE INDEX decisions_at ON decisions (at);
CREATE INDEX decisions_job ON decisions (job_id);

CREATE TABLE model_versions (
    model text NOT NULL REFERENCES models (name),
    number bigint NOT NULL,
    label text NOT NULL,
    job_id uuid NOT NULL UNIQUE,
    run_id uuid NOT NULL,
    metrics text NOT NULL,
    live_metrics text,
    parameters text NOT NULL,
    profile text NOT NULL,
    dataset_id text NOT NULL,
    requested_by text,
    created_at timestamptz NOT NULL,
    curve text NOT NULL,
    is_waiting boolean NOT NULL,
    is_retired boolean NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (model, number)
);

CREATE TABLE registry_locks (
    id integer PRIMARY KEY
);

INSERT INTO registry_locks (id) VALUES (1);
