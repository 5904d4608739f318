"""Which records stand in which section of a case, and which of them belong under another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A table in a section; ``under`` names tables whose rows belong to one of its, by a link."""

    table: str
    title: str
    under: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a case, by the key that screens and due rows use."""

    key: str
    title: str
    places: tuple[Place, ...]


_TALKS = (("statements", "conversation_id"),)

SECTIONS: tuple[Section, ...] = (
    Section("overview", "Overview", (Place("leads", "{Lead}"),)),
    Section(
        "start",
        "Start",
        (
            Place("start_decisions", "Should a {plan} be started?"),
            Place("enquiries", "Checks for an existing {plan}"),
            Place("refusals", "Refusals"),
            Place("check_answers", "Check-lists"),
        ),
    ),
    Section(
        "people",
        "People and services",
        (
            Place("people", "People"),
            Place("relationships", "How they belong together"),
            Place("agencies", "Services"),
            Place("same_people", "Who may be who"),
        ),
    ),
    Section(
        "consent",
        "Consent",
        (
            Place("consents", "Consent ledger", (("consent_scopes", "consent_id"),)),
            Place("consent_scopes", "Services named without an entry"),
            Place("restrictions", "Kept from someone"),
        ),
    ),
    Section(
        "columns",
        "What people say",
        (
            Place("conversations", "Conversations", _TALKS),
            Place("statements", "Statements"),
        ),
    ),
    Section(
        "assessment",
        "Assessment",
        (
            Place("findings", "What was found"),
            Place("framework_answers", "Outcomes reached, and not"),
            Place("tool_uses", "Tools", (("tool_scores", "use_id"),)),
            Place("tool_scores", "Further scores"),
        ),
    ),
    Section(
        "outcomes",
        "Outcomes",
        (
            Place("outcomes", "Outcomes", (("actions", "outcome_id"),)),
            Place("actions", "Further actions"),
        ),
    ),
    Section("team", "{Taf_long}", (Place("members", "Members"),)),
    Section(
        "meetings",
        "Meetings",
        (
            Place(
                "meetings",
                "Meetings",
                (
                    ("attendances", "meeting_id"),
                    ("agenda_items", "meeting_id"),
                    ("progress", "meeting_id"),
                    ("scales", "meeting_id"),
                    ("updates", "meeting_id"),
                ),
            ),
            Place("attendances", "Further attendance"),
            Place("agenda_items", "Further agenda items"),
            Place("progress", "Progress between meetings"),
            Place("scales", "Scores between meetings"),
            Place("updates", "Further updates"),
            Place("copies", "Copies"),
        ),
    ),
    Section(
        "notes", "Notes", (Place("notes", "Notes"), Place("attachments", "Forms and drawings"))
    ),
    Section(
        "calls",
        "Calls",
        (Place("calls", "Calls"), Place("harm_contacts", "Contacts about harm")),
    ),
    Section(
        "decisions",
        "Decisions",
        (
            Place("sharing_decisions", "Sharing, or not"),
            Place("requests", "Asked of others"),
            Place("level_changes", "Changes of level"),
            Place("escalations", "Differences between practitioners"),
        ),
    ),
    Section(
        "quality",
        "Supervision and audit",
        (
            Place("supervisions", "Supervision"),
            Place("quality_audits", "Audits", (("quality_marks", "audit_id"),)),
            Place("quality_marks", "Further marks"),
        ),
    ),
    Section("chronology", "Events", (Place("events", "Events"),)),
    Section("handover", "Handover", (Place("handovers", "Handovers"),)),
    Section("closing", "Closing", (Place("closings", "Closings"),)),
    Section(
        "log",
        "Logged and told",
        (Place("loggings", "Logged with the {eht}"), Place("notices", "Notices")),
    ),
)
