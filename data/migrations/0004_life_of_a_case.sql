-- The rest of the life of a case: sections, tools, levels, decisions, audits, events; and who is whom.

ALTER TABLE cases ADD COLUMN came_from TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN stepped_down TEXT;
ALTER TABLE cases ADD COLUMN stands_in TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN continued_in TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN died TEXT;
ALTER TABLE outcomes ADD COLUMN framework TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN why_without_family TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN family_told INTEGER CHECK (family_told IN (0, 1));
ALTER TABLE meetings ADD COLUMN not_told_why TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN family_heard TEXT;
ALTER TABLE harm_contacts ADD COLUMN nameless INTEGER CHECK (nameless IN (0, 1));
ALTER TABLE harm_contacts ADD COLUMN request TEXT NOT NULL DEFAULT '';
ALTER TABLE harm_contacts ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE harm_contacts ADD COLUMN chased TEXT;

CREATE TABLE events (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    what TEXT NOT NULL,
    about_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL,
    significant INTEGER CHECK (significant IN (0, 1)),
    of_record TEXT NOT NULL
) STRICT;
CREATE INDEX ix_events_case_id ON events (case_id);

CREATE TABLE same_people (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    other_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    verdict TEXT NOT NULL,
    why TEXT NOT NULL,
    "on" TEXT,
    lifted TEXT,
    lifted_why TEXT NOT NULL
) STRICT;
CREATE INDEX ix_same_people_case_id ON same_people (case_id);
CREATE INDEX ix_same_people_person_id ON same_people (person_id);
CREATE INDEX ix_same_people_other_id ON same_people (other_id);

CREATE TABLE check_answers (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    checklist TEXT NOT NULL,
    item TEXT NOT NULL,
    answer TEXT NOT NULL,
    note TEXT NOT NULL,
    "on" TEXT
) STRICT;
CREATE INDEX ix_check_answers_case_id ON check_answers (case_id);

CREATE TABLE findings (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    section TEXT NOT NULL,
    item TEXT NOT NULL,
    about_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    needs TEXT NOT NULL,
    strengths TEXT NOT NULL,
    risks TEXT NOT NULL,
    protects TEXT NOT NULL,
    words TEXT NOT NULL,
    known_from TEXT NOT NULL,
    not_known TEXT NOT NULL,
    not_known_why TEXT NOT NULL
) STRICT;
CREATE INDEX ix_findings_case_id ON findings (case_id);

CREATE TABLE framework_answers (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    outcome TEXT NOT NULL,
    state TEXT NOT NULL,
    "on" TEXT,
    why TEXT NOT NULL
) STRICT;
CREATE INDEX ix_framework_answers_case_id ON framework_answers (case_id);

CREATE TABLE tool_uses (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    tool TEXT NOT NULL,
    edition TEXT NOT NULL,
    "on" TEXT,
    with_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    scored_by TEXT NOT NULL,
    done INTEGER CHECK (done IN (0, 1)),
    not_done_why TEXT NOT NULL,
    result TEXT NOT NULL
) STRICT;
CREATE INDEX ix_tool_uses_case_id ON tool_uses (case_id);

CREATE TABLE tool_scores (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    use_id TEXT REFERENCES tool_uses (id) DEFERRABLE INITIALLY DEFERRED,
    area TEXT NOT NULL,
    score INTEGER
) STRICT;
CREATE INDEX ix_tool_scores_case_id ON tool_scores (case_id);
CREATE INDEX ix_tool_scores_use_id ON tool_scores (use_id);

CREATE TABLE level_changes (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    from_level TEXT NOT NULL,
    to_level TEXT NOT NULL,
    why TEXT NOT NULL,
    need TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    family_agrees INTEGER CHECK (family_agrees IN (0, 1)),
    consent_looked_at TEXT
) STRICT;
CREATE INDEX ix_level_changes_case_id ON level_changes (case_id);

CREATE TABLE sharing_decisions (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    asked_by TEXT NOT NULL,
    share INTEGER CHECK (share IN (0, 1)),
    why TEXT NOT NULL,
    what TEXT NOT NULL,
    with_whom TEXT NOT NULL,
    agency_id TEXT REFERENCES agencies (id) DEFERRABLE INITIALLY DEFERRED,
    how TEXT NOT NULL,
    basis TEXT NOT NULL,
    consulted TEXT NOT NULL,
    family_told INTEGER CHECK (family_told IN (0, 1)),
    not_told_why TEXT NOT NULL,
    names_withheld INTEGER CHECK (names_withheld IN (0, 1))
) STRICT;
CREATE INDEX ix_sharing_decisions_case_id ON sharing_decisions (case_id);

CREATE TABLE requests (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    "on" TEXT,
    "to" TEXT NOT NULL,
    why TEXT NOT NULL,
    family_agrees INTEGER CHECK (family_agrees IN (0, 1)),
    without_consent_why TEXT NOT NULL,
    nameless INTEGER CHECK (nameless IN (0, 1)),
    sent_with TEXT NOT NULL,
    written TEXT,
    chased TEXT,
    answered TEXT,
    outcome TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT;
CREATE INDEX ix_requests_case_id ON requests (case_id);

CREATE TABLE escalations (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    about TEXT NOT NULL,
    with_whom TEXT NOT NULL,
    raised_to TEXT NOT NULL,
    answer_by TEXT,
    answered TEXT,
    answer TEXT NOT NULL,
    settled INTEGER CHECK (settled IN (0, 1))
) STRICT;
CREATE INDEX ix_escalations_case_id ON escalations (case_id);

CREATE TABLE updates (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    member_id TEXT REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    asked TEXT,
    chased TEXT,
    received TEXT,
    how TEXT NOT NULL,
    "text" TEXT NOT NULL,
    child_seen INTEGER CHECK (child_seen IN (0, 1))
) STRICT;
CREATE INDEX ix_updates_case_id ON updates (case_id);
CREATE INDEX ix_updates_meeting_id ON updates (meeting_id);

CREATE TABLE supervisions (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    with_whom TEXT NOT NULL,
    covered TEXT NOT NULL,
    agreed TEXT NOT NULL,
    next_on TEXT
) STRICT;
CREATE INDEX ix_supervisions_case_id ON supervisions (case_id);

CREATE TABLE quality_audits (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    "by" TEXT NOT NULL,
    with_family INTEGER CHECK (with_family IN (0, 1)),
    family_view TEXT NOT NULL,
    grade TEXT NOT NULL,
    works_well TEXT NOT NULL,
    to_improve TEXT NOT NULL,
    look_again TEXT
) STRICT;
CREATE INDEX ix_quality_audits_case_id ON quality_audits (case_id);

CREATE TABLE quality_marks (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    audit_id TEXT REFERENCES quality_audits (id) DEFERRABLE INITIALLY DEFERRED,
    standard TEXT NOT NULL,
    grade TEXT NOT NULL,
    evidence TEXT NOT NULL
) STRICT;
CREATE INDEX ix_quality_marks_case_id ON quality_marks (case_id);
CREATE INDEX ix_quality_marks_audit_id ON quality_marks (audit_id);
