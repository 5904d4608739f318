-- The records that people write. Made by hand from data/records; a test compares the two.

CREATE TABLE procedure_texts (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    procedure_id TEXT NOT NULL,
    procedure_version TEXT NOT NULL,
    "text" TEXT NOT NULL
) STRICT;

CREATE TABLE cases (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    procedure_id TEXT NOT NULL,
    procedure_version TEXT NOT NULL,
    procedure_text_id TEXT NOT NULL REFERENCES procedure_texts (id) DEFERRABLE INITIALLY DEFERRED,
    family_name TEXT NOT NULL,
    first_concern TEXT,
    raised_by TEXT NOT NULL,
    why_now TEXT NOT NULL,
    route TEXT NOT NULL,
    level TEXT NOT NULL,
    plan_started TEXT,
    plan_dated TEXT,
    plan_due TEXT,
    plan_given TEXT,
    plan_late_reason TEXT NOT NULL,
    own_records TEXT,
    central_number TEXT NOT NULL,
    family_comments TEXT NOT NULL,
    paused_reason TEXT NOT NULL
) STRICT;

CREATE TABLE leads (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    agency TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    since TEXT,
    until TEXT,
    interim INTEGER CHECK (interim IN (0, 1)),
    shared_with TEXT NOT NULL,
    chosen_because TEXT NOT NULL,
    family_agrees INTEGER CHECK (family_agrees IN (0, 1))
) STRICT;
CREATE INDEX ix_leads_case_id ON leads (case_id);

CREATE TABLE notes (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    "at" TEXT NOT NULL,
    kind TEXT NOT NULL,
    about_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    child_seen INTEGER CHECK (child_seen IN (0, 1)),
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL
) STRICT;
CREATE INDEX ix_notes_case_id ON notes (case_id);

CREATE TABLE notices (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "on" TEXT,
    how TEXT NOT NULL,
    spoke_to TEXT NOT NULL,
    "number" TEXT NOT NULL,
    note TEXT NOT NULL,
    duty TEXT NOT NULL
) STRICT;
CREATE INDEX ix_notices_case_id ON notices (case_id);

CREATE TABLE attachments (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    "on" TEXT,
    about_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    of_record TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL
) STRICT;
CREATE INDEX ix_attachments_case_id ON attachments (case_id);

CREATE TABLE attachment_contents (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    attachment_id TEXT NOT NULL REFERENCES attachments (id) DEFERRABLE INITIALLY DEFERRED,
    content BLOB
) STRICT;
CREATE INDEX ix_attachment_contents_attachment_id ON attachment_contents (attachment_id);
CREATE INDEX ix_attachment_contents_case_id ON attachment_contents (case_id);

CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    external_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    given TEXT NOT NULL,
    family TEXT NOT NULL,
    known_as TEXT NOT NULL,
    other_names TEXT NOT NULL,
    in_family TEXT NOT NULL,
    born TEXT,
    born_as_told TEXT NOT NULL,
    expected TEXT,
    expected_as_told TEXT NOT NULL,
    lives_in_home INTEGER CHECK (lives_in_home IN (0, 1)),
    address TEXT NOT NULL,
    postcode TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    languages TEXT NOT NULL,
    interpreter TEXT NOT NULL,
    nothing_in_writing INTEGER CHECK (nothing_in_writing IN (0, 1)),
    sex TEXT NOT NULL,
    gender TEXT NOT NULL,
    ethnicity TEXT NOT NULL,
    religion TEXT NOT NULL,
    school TEXT NOT NULL,
    school_year TEXT NOT NULL,
    upn TEXT NOT NULL,
    nhs_number TEXT NOT NULL,
    gp TEXT NOT NULL,
    needs TEXT NOT NULL,
    unsafe INTEGER CHECK (unsafe IN (0, 1)),
    unsafe_reason TEXT NOT NULL,
    unsafe_decided_by TEXT NOT NULL,
    unsafe_review TEXT,
    safe_number TEXT NOT NULL
) STRICT;
CREATE INDEX ix_people_case_id ON people (case_id);

CREATE TABLE relationships (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    child_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    parental_responsibility INTEGER CHECK (parental_responsibility IN (0, 1)),
    primary_carer INTEGER CHECK (primary_carer IN (0, 1))
) STRICT;
CREATE INDEX ix_relationships_person_id ON relationships (person_id);
CREATE INDEX ix_relationships_case_id ON relationships (case_id);

CREATE TABLE agencies (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    involved INTEGER CHECK (involved IN (0, 1)),
    with_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    worker TEXT NOT NULL,
    role TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    doing TEXT NOT NULL,
    since TEXT
) STRICT;
CREATE INDEX ix_agencies_case_id ON agencies (case_id);

CREATE TABLE start_decisions (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    decision TEXT NOT NULL,
    answers TEXT NOT NULL,
    reason TEXT NOT NULL,
    advice_from TEXT NOT NULL
) STRICT;
CREATE INDEX ix_start_decisions_case_id ON start_decisions (case_id);

CREATE TABLE enquiries (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    asked TEXT NOT NULL,
    child_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    answer TEXT NOT NULL,
    reference TEXT NOT NULL,
    lead_name TEXT NOT NULL,
    lead_contact TEXT NOT NULL,
    closed_year TEXT NOT NULL,
    closed_reason TEXT NOT NULL,
    services TEXT NOT NULL
) STRICT;
CREATE INDEX ix_enquiries_case_id ON enquiries (case_id);

CREATE TABLE refusals (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    explained TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked_why TEXT NOT NULL,
    ask_again TEXT,
    talked_to TEXT NOT NULL
) STRICT;
CREATE INDEX ix_refusals_case_id ON refusals (case_id);

CREATE TABLE consents (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    "at" TEXT NOT NULL,
    by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    capacity TEXT NOT NULL,
    about_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    start TEXT NOT NULL,
    store TEXT NOT NULL,
    share TEXT NOT NULL,
    how TEXT NOT NULL,
    explained TEXT NOT NULL,
    stored_how TEXT NOT NULL,
    privacy_notice TEXT,
    may_fetch INTEGER CHECK (may_fetch IN (0, 1)),
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    understood_how TEXT NOT NULL,
    understands_who_sees INTEGER CHECK (understands_who_sees IN (0, 1)),
    understands_can_refuse INTEGER CHECK (understands_can_refuse IN (0, 1)),
    understands_risks TEXT NOT NULL,
    pressure TEXT NOT NULL,
    mca_understands INTEGER CHECK (mca_understands IN (0, 1)),
    mca_retains INTEGER CHECK (mca_retains IN (0, 1)),
    mca_weighs INTEGER CHECK (mca_weighs IN (0, 1)),
    mca_communicates INTEGER CHECK (mca_communicates IN (0, 1)),
    has_capacity INTEGER CHECK (has_capacity IN (0, 1)),
    capacity_reasons TEXT NOT NULL,
    assessed_by TEXT NOT NULL,
    conflict TEXT NOT NULL,
    replaces_id TEXT REFERENCES consents (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_consents_case_id ON consents (case_id);

CREATE TABLE consent_scopes (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    consent_id TEXT REFERENCES consents (id) DEFERRABLE INITIALLY DEFERRED,
    agency_id TEXT REFERENCES agencies (id) DEFERRABLE INITIALLY DEFERRED,
    included INTEGER CHECK (included IN (0, 1)),
    subject TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX ix_consent_scopes_case_id ON consent_scopes (case_id);
CREATE INDEX ix_consent_scopes_consent_id ON consent_scopes (consent_id);

CREATE TABLE restrictions (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    from_person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    from_agency_id TEXT REFERENCES agencies (id) DEFERRABLE INITIALLY DEFERRED,
    why TEXT NOT NULL,
    asked_by_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    since TEXT,
    lifted TEXT,
    harm_weighed TEXT,
    harm_view TEXT NOT NULL,
    harm_consulted TEXT NOT NULL
) STRICT;
CREATE INDEX ix_restrictions_case_id ON restrictions (case_id);

CREATE TABLE conversations (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    tool TEXT NOT NULL,
    with_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    place TEXT NOT NULL,
    present TEXT NOT NULL,
    written_by TEXT NOT NULL,
    how TEXT NOT NULL,
    child_seen INTEGER CHECK (child_seen IN (0, 1)),
    may_show TEXT NOT NULL,
    interpreter TEXT NOT NULL
) STRICT;
CREATE INDEX ix_conversations_case_id ON conversations (case_id);

CREATE TABLE statements (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    tool TEXT NOT NULL,
    part TEXT NOT NULL,
    conversation_id TEXT REFERENCES conversations (id) DEFERRABLE INITIALLY DEFERRED,
    owner_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    owner_name TEXT NOT NULL,
    owner_agency_id TEXT REFERENCES agencies (id) DEFERRABLE INITIALLY DEFERRED,
    about_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    basis TEXT NOT NULL,
    verbatim INTEGER CHECK (verbatim IN (0, 1)),
    "text" TEXT NOT NULL,
    remark TEXT NOT NULL,
    weigh_harm INTEGER CHECK (weigh_harm IN (0, 1)),
    harm_weighed TEXT,
    harm_view TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_statements_case_id ON statements (case_id);
CREATE INDEX ix_statements_conversation_id ON statements (conversation_id);

CREATE TABLE scales (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    question TEXT NOT NULL,
    owner_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    owner_name TEXT NOT NULL,
    score INTEGER,
    "on" TEXT,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_scales_case_id ON scales (case_id);

CREATE TABLE outcomes (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "number" INTEGER NOT NULL,
    title TEXT NOT NULL,
    for_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    subject TEXT NOT NULL,
    worry_id TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    measure TEXT NOT NULL,
    starting TEXT NOT NULL,
    target TEXT NOT NULL,
    "by" TEXT,
    measured_by TEXT NOT NULL,
    agreed_with TEXT NOT NULL,
    contingency TEXT NOT NULL,
    contingency_by TEXT,
    contingency_decided TEXT,
    contingency_result TEXT NOT NULL,
    status TEXT NOT NULL,
    ended TEXT,
    analysis TEXT NOT NULL
) STRICT;
CREATE INDEX ix_outcomes_case_id ON outcomes (case_id);

CREATE TABLE actions (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    outcome_id TEXT REFERENCES outcomes (id) DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    who_person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    who_member_id TEXT REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
    due TEXT,
    first_due TEXT,
    moved_at_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    agreed_at_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    status TEXT NOT NULL,
    done TEXT,
    note TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_actions_case_id ON actions (case_id);
CREATE INDEX ix_actions_outcome_id ON actions (outcome_id);

CREATE TABLE progress (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    outcome_id TEXT REFERENCES outcomes (id) DEFERRABLE INITIALLY DEFERRED,
    action_id TEXT REFERENCES actions (id) DEFERRABLE INITIALLY DEFERRED,
    value TEXT NOT NULL,
    status TEXT NOT NULL,
    note TEXT NOT NULL,
    moved_to TEXT
) STRICT;
CREATE INDEX ix_progress_meeting_id ON progress (meeting_id);
CREATE INDEX ix_progress_case_id ON progress (case_id);

CREATE TABLE members (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    agency_id TEXT REFERENCES agencies (id) DEFERRABLE INITIALLY DEFERRED,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    part TEXT NOT NULL,
    since TEXT,
    until TEXT,
    confidentiality TEXT,
    gets_copies INTEGER CHECK (gets_copies IN (0, 1)),
    copies_how TEXT NOT NULL
) STRICT;
CREATE INDEX ix_members_case_id ON members (case_id);

CREATE TABLE meetings (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    "on" TEXT,
    "at" TEXT NOT NULL,
    place TEXT NOT NULL,
    way TEXT NOT NULL,
    chair TEXT NOT NULL,
    minutes_by TEXT NOT NULL,
    late_reason TEXT NOT NULL,
    talk_with_family TEXT,
    hear_how TEXT NOT NULL,
    held INTEGER CHECK (held IN (0, 1)),
    cancelled_why TEXT NOT NULL,
    confidentiality INTEGER CHECK (confidentiality IN (0, 1)),
    showing_to TEXT NOT NULL,
    next_step TEXT NOT NULL,
    next_step_why TEXT NOT NULL,
    lead_confirmed TEXT NOT NULL,
    family_agrees INTEGER CHECK (family_agrees IN (0, 1)),
    family_view TEXT NOT NULL,
    next_on TEXT,
    next_at TEXT NOT NULL,
    minutes_state TEXT NOT NULL,
    pasted TEXT NOT NULL
) STRICT;
CREATE INDEX ix_meetings_case_id ON meetings (case_id);

CREATE TABLE attendances (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    member_id TEXT REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    invited TEXT,
    state TEXT NOT NULL,
    part TEXT NOT NULL,
    only_subject TEXT NOT NULL,
    wants_minutes INTEGER CHECK (wants_minutes IN (0, 1))
) STRICT;
CREATE INDEX ix_attendances_meeting_id ON attendances (meeting_id);
CREATE INDEX ix_attendances_case_id ON attendances (case_id);

CREATE TABLE agenda_items (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    title TEXT NOT NULL,
    outcome_id TEXT REFERENCES outcomes (id) DEFERRABLE INITIALLY DEFERRED,
    notes TEXT NOT NULL,
    spoke TEXT NOT NULL
) STRICT;
CREATE INDEX ix_agenda_items_case_id ON agenda_items (case_id);
CREATE INDEX ix_agenda_items_meeting_id ON agenda_items (meeting_id);

CREATE TABLE copies (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    member_id TEXT REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
    agency_id TEXT REFERENCES agencies (id) DEFERRABLE INITIALLY DEFERRED,
    "to" TEXT NOT NULL,
    made TEXT,
    sent TEXT,
    how TEXT NOT NULL,
    not_sent_why TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE INDEX ix_copies_case_id ON copies (case_id);

CREATE TABLE calls (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    "at" TEXT NOT NULL,
    direction TEXT NOT NULL,
    who TEXT NOT NULL,
    agency TEXT NOT NULL,
    "number" TEXT NOT NULL,
    identity TEXT NOT NULL,
    asked_about TEXT NOT NULL,
    asked TEXT NOT NULL,
    told TEXT NOT NULL,
    not_told TEXT NOT NULL,
    concern TEXT NOT NULL,
    outcome TEXT NOT NULL,
    ring_back TEXT,
    rung_back TEXT
) STRICT;
CREATE INDEX ix_calls_case_id ON calls (case_id);

CREATE TABLE harm_contacts (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    "at" TEXT NOT NULL,
    about TEXT NOT NULL,
    rung TEXT NOT NULL,
    spoke_to TEXT NOT NULL,
    reason TEXT NOT NULL,
    parents_told INTEGER CHECK (parents_told IN (0, 1)),
    parents_not_told_why TEXT NOT NULL,
    child_told INTEGER CHECK (child_told IN (0, 1)),
    written TEXT,
    reference TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered TEXT
) STRICT;
CREATE INDEX ix_harm_contacts_case_id ON harm_contacts (case_id);

CREATE TABLE loggings (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    how TEXT NOT NULL,
    "number" TEXT NOT NULL,
    left_out TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE INDEX ix_loggings_case_id ON loggings (case_id);

CREATE TABLE handovers (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    why TEXT NOT NULL,
    why_words TEXT NOT NULL,
    to_name TEXT NOT NULL,
    to_role TEXT NOT NULL,
    to_agency TEXT NOT NULL,
    to_phone TEXT NOT NULL,
    to_email TEXT NOT NULL,
    accepted TEXT,
    family_consulted TEXT,
    family_view TEXT NOT NULL,
    team_briefed TEXT,
    open_needs TEXT NOT NULL,
    previous_agency_told TEXT,
    logged TEXT,
    new_area TEXT NOT NULL,
    new_team_told TEXT,
    own_team_copied TEXT
) STRICT;
CREATE INDEX ix_handovers_case_id ON handovers (case_id);

CREATE TABLE closings (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT,
    reason TEXT NOT NULL,
    meeting_id TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    analysis TEXT NOT NULL,
    still_open TEXT NOT NULL,
    will_last TEXT NOT NULL,
    family_view TEXT NOT NULL,
    child_view TEXT NOT NULL,
    told_family TEXT,
    told_team TEXT,
    told_centre TEXT,
    destination TEXT NOT NULL,
    reopened TEXT,
    reopened_why TEXT NOT NULL
) STRICT;
CREATE INDEX ix_closings_case_id ON closings (case_id);
