ALTER TABLE jobs ADD COLUMN trace_parent text;
ALTER TABLE models ADD COLUMN trace_parent text;
