"""What the pieces of a procedure file are called where a person reads them."""

from __future__ import annotations

from typing import Final

CHAPTERS: Final = {
    "harm": "Harm: where to go at once",
    "contacts": "Contacts, as published",
    "words": "Words",
    "levels": "Levels",
    "stages": "Stages",
    "routes": "Ways in",
    "questions": "Should a plan be started?",
    "start_routes": "Where the questions lead",
    "checks": "Before starting",
    "consent": "Consent",
    "clocks": "By when",
    "columns": "Columns",
    "houses": "Houses",
    "sections": "Sections of the assessment",
    "tools": "Tools",
    "framework": "Outcomes hoped for",
    "meeting_kinds": "Meetings and their agendas",
    "review_format": "How a review is run",
    "next_steps": "How a review can end",
    "compulsory": "What must be there",
    "duties": "Who must be told what",
    "handover": "Before the lead hands over",
    "closing_reasons": "Reasons for closing",
    "checklists": "Check-lists",
    "help": "Help to ask for",
    "requests": "Turning to others",
    "services": "Services that can be asked for",
    "audit": "How the quality is looked at",
}
"""The parts of a procedure in the order of reading; harm and the numbers stand first."""

LABELS: Final = {
    "taf": "team meeting",
    "taf_long": "team in full",
    "tayp": "team around a young person",
    "tayp_long": "the same in full",
    "eht": "team at the centre",
    "smart": "SMART",
    "specialist": "help beyond early help",
    "meaning": "",
    "hint": "",
    "do": "",
    "use": "",
    "words": "",
    "title": "",
    "next": "next",
    "plan": "plan",
    "help": "who can help",
    "less": "when less is needed",
    "more": "when more is needed",
    "gives": "tell them",
    "met_by": "seen in",
    "begins": "counted from",
    "sends": "goes with it",
    "send_with": "goes with it",
    "parts": "parts",
    "givers": "who may be asked",
    "refused": "when it is refused",
    "refused_again": "when it is refused again",
    "withdrawn": "when it is taken back",
    "look_again": "asked about again",
    "revisit": "asked about again at",
    "area": "locality",
    "serves": "for",
    "email": "e-mail",
    "items": "",
    "agenda": "agenda",
}
"""What stands before a text; a field that is not named here is called by its own name."""

EVENTS: Final = {
    "plan_started": "the start of the plan",
    "plan_dated": "the plan's date",
    "first_taf": "the first team meeting",
    "last_review": "the last review",
    "referral_suggested": "the suggestion",
    "stepped_down": "the step down",
    "contact_made": "the contact",
    "contact_written": "its writing",
    "contact_answered": "the answer",
}

REFERS: Final = {
    "in_hours": "contacts",
    "out_of_hours": "contacts",
    "contact": "contacts",
    "serves": "answered",
    "yes": "start_routes",
    "no": "start_routes",
}
"""The fields that name another piece of the file, and where it stands."""

USUAL: Final = {
    "begins": ("plan_started", "contact_made"),
    "steps": (("plan_dated", "first_taf", "last_review"),),
}
"""What a course has unless it says otherwise: not worth a line."""

SAID: Final = {
    ("review_meeting", False): "Reviews need no meeting.",
    ("each_month", True): "In every month.",
    ("always", True): "Always used.",
    ("with_family", False): "Without the family.",
    ("by_updates", True): "Nobody meets: everyone's update is collected.",
    ("reason_asked", True): "Why the family is not there, and what they hear, is written down.",
    ("next_date", False): "Needs no next date.",
    ("closes", True): "Closes the case.",
    ("revises", True): "Outcomes and actions are written anew.",
    ("confirms_lead", False): "The lead need not be confirmed.",
    ("family_agrees", False): "The family need not agree.",
    ("steps_up", True): "A step up: what goes with it is the step-up pack.",
}
"""What a yes or a no means, where it differs from the usual."""
