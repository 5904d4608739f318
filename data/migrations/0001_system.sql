-- What the program keeps for itself: devices, the trace, drafts, settings.

CREATE TABLE device (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    made TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE draft (
    device TEXT NOT NULL,
    process TEXT NOT NULL,
    form TEXT NOT NULL,
    case_id TEXT NOT NULL,
    record TEXT NOT NULL,
    text TEXT NOT NULL CHECK (json_valid(text)),
    at TEXT NOT NULL,
    PRIMARY KEY (device, process, form, case_id, record)
) STRICT;

-- A row's chain is a hash of the row and of the chain before it: data/trace.py.
CREATE TABLE trace (
    device TEXT NOT NULL REFERENCES device (id),
    seq INTEGER NOT NULL,
    change TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    table_name TEXT NOT NULL,
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    before_hash BLOB NOT NULL,
    after_hash BLOB NOT NULL,
    chain BLOB NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX trace_record ON trace (record, at);
CREATE INDEX trace_change ON trace (change);

-- The salt lies here and not in trace: when a purge takes it, the hashes can no longer be guessed.
CREATE TABLE trace_value (
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    salt BLOB,
    "before" TEXT,
    "after" TEXT,
    PRIMARY KEY (device, seq),
    FOREIGN KEY (device, seq) REFERENCES trace (device, seq)
) STRICT, WITHOUT ROWID;

-- INSERT OR REPLACE deletes without asking the triggers on DELETE; so the insert asks.
CREATE TRIGGER trace_keeps_insert BEFORE INSERT ON trace
WHEN EXISTS (SELECT 1 FROM trace WHERE device = NEW.device AND seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'the trace is only ever added to');
END;
CREATE TRIGGER trace_keeps_update BEFORE UPDATE ON trace
BEGIN
    SELECT RAISE(ABORT, 'the trace is only ever added to');
END;
CREATE TRIGGER trace_keeps_delete BEFORE DELETE ON trace
BEGIN
    SELECT RAISE(ABORT, 'the trace is only ever added to');
END;

CREATE TRIGGER trace_value_keeps_insert BEFORE INSERT ON trace_value
WHEN EXISTS (SELECT 1 FROM trace_value WHERE device = NEW.device AND seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'the trace is only ever added to');
END;
CREATE TRIGGER trace_value_keeps_delete BEFORE DELETE ON trace_value
BEGIN
    SELECT RAISE(ABORT, 'the trace is only ever added to');
END;
-- Emptying is allowed, all three at once, and only after the purge of that record stands in the trace.
CREATE TRIGGER trace_value_keeps_update BEFORE UPDATE ON trace_value
WHEN NEW.device IS NOT OLD.device
    OR NEW.seq IS NOT OLD.seq
    OR NEW.salt IS NOT NULL
    OR NEW."before" IS NOT NULL
    OR NEW."after" IS NOT NULL
    OR NOT EXISTS (
        SELECT 1
        FROM trace AS kept
        JOIN trace AS purge ON purge.record = kept.record AND purge.action = 'purge'
        WHERE kept.device = OLD.device AND kept.seq = OLD.seq
    )
BEGIN
    SELECT RAISE(ABORT, 'only a traced purge empties values of the trace');
END;
