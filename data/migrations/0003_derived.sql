-- What is worked out from the records, written by the same save and rebuilt whenever the rules change.

CREATE TABLE summaries (
    case_id TEXT PRIMARY KEY NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT NOT NULL,
    family_name TEXT NOT NULL,
    initials TEXT NOT NULL,
    stage TEXT NOT NULL,
    stage_words TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    lead TEXT NOT NULL,
    rules TEXT NOT NULL
) STRICT;
CREATE INDEX ix_summaries_open ON summaries (is_open, family_name);
CREATE INDEX ix_summaries_rules ON summaries (rules);

CREATE TABLE due (
    id INTEGER PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    shown_from TEXT NOT NULL,
    due TEXT NOT NULL,
    "at" TEXT NOT NULL,
    what TEXT NOT NULL,
    why TEXT NOT NULL,
    who TEXT NOT NULL,
    section TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;
CREATE INDEX ix_due_case ON due (case_id);
CREATE INDEX ix_due_date ON due (due, id);
CREATE INDEX ix_due_kind ON due (kind, due, id);
CREATE INDEX ix_due_who ON due (who, due, id);
CREATE INDEX ix_due_kind_who ON due (kind, who, due, id);

CREATE TABLE names (
    person_id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL,
    name TEXT NOT NULL,
    born TEXT NOT NULL,
    folded TEXT NOT NULL
) STRICT;
CREATE INDEX ix_names_case ON names (case_id);
