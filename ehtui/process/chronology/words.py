"""What a dated field says in a chronology: one plain sentence for each that tells of an event.

``[field]`` is that field as people read it, ``[one/other]`` the first that holds something; a part
between bars is left out where its field is empty. ``{plan}`` is the area's own word.
"""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, dict[str, str]]] = {
    "cases": {
        "first_concern": "First concern| raised by [raised_by]|: [why_now]",
        "plan_started": "{Plan} started",
        "plan_dated": "{Plan} agreed",
        "plan_given": "{Plan} given to the family",
        "own_records": "Put into the agency's own records",
        "stepped_down": "Step down decided on",
    },
    "leads": {"since": "[name] leads|, [role]|, [agency]"},
    "notes": {"on": "[kind]|: [text]"},
    "notices": {"on": "[to] was told|: [what]|. [note]"},
    "attachments": {"on": "Paper: [what]|, kept at [kept_at]"},
    "people": {"born": "[known_as/given] was born", "died": "[known_as/given] died"},
    "agencies": {"since": "[name] began to work with the family|: [doing]"},
    "same_people": {
        "on": "Who may be who: [verdict]|, [why]",
        "lifted": "Who may be who: lifted again|, [lifted_why]",
    },
    "start_decisions": {"on": "Whether to start was decided|: [decision]|. [reason]"},
    "enquiries": {"on": "Asked whether a {plan} exists| ([asked])|: [answer]"},
    "refusals": {"on": "[by_id] said no|: [reason]"},
    "check_answers": {"on": "Check-list: [item]|: [answer]|. [note]"},
    "consents": {
        "on": "[by_id] was asked for consent|; start: [start]|; store: [store]|; share: [share]",
        "privacy_notice": "Privacy notice given|, [by_id]",
    },
    "restrictions": {
        "since": "Something was held back| from [from_person_id/from_agency_id]|: [why]",
        "lifted": "What was held back| from [from_person_id/from_agency_id]| is so no longer",
        "harm_weighed": "What is held back was weighed for harm|: [harm_view]",
    },
    "conversations": {"on": "Talk with [with_id]|, [place]|, there: [present]"},
    "statements": {
        "on": "[owner_id/owner_name]| ([basis])|: [text]",
        "harm_weighed": "A statement was weighed for harm|: [harm_view]",
    },
    "scales": {"on": "[owner_id/owner_name] gave [score] of 10|: [question]"},
    "outcomes": {
        "contingency_decided": "No progress, decided: [contingency_result]| ([title])",
        "ended": "Outcome ended: [title]| ([status])|. [analysis]",
    },
    "actions": {"done": "Done|: [what]|, by [who]"},
    "progress": {"on": "How it stands| with [outcome_id/action_id]|: [value]| ([status])|. [note]"},
    "members": {
        "since": "[person_id/name] joined the {taf}|, [role]",
        "until": "[person_id/name] left the {taf}",
        "confidentiality": "[person_id/name] agreed on confidentiality",
    },
    "meetings": {
        "on": "[kind]|, [place]|. Next step: [next_step]",
        "talk_with_family": "Talk with the family before the meeting",
        "family_heard": "The family heard what came of a meeting without them",
    },
    "attendances": {"invited": "[member_id/person_id/name] was invited to a meeting"},
    "copies": {
        "made": "A copy was made for [person_id/member_id/agency_id/to]|: [what]",
        "sent": "A copy went to [person_id/member_id/agency_id/to]|: [what]|, [how]",
    },
    "updates": {
        "asked": "[member_id/person_id] was asked for an update",
        "chased": "[member_id/person_id] was reminded of an update",
        "received": "Update from [member_id/person_id]|: [text]",
    },
    "calls": {
        "on": "[direction]|: [who]|, [agency]|. Asked: [asked]|. Told: [told]",
        "rung_back": "A call was answered|: [who]",
    },
    "harm_contacts": {
        "on": "Contact about harm|: [rung]|. [reason]",
        "written": "The contact about harm was followed up in writing",
        "answered": "The contact about harm was answered|: [answer]",
        "chased": "Asked after the answer to a contact about harm",
    },
    "loggings": {"on": "Logged with the {eht}|: [what]|, number [number]"},
    "handovers": {
        "on": "The lead passes to [to_name]|: [why]",
        "accepted": "[to_name] accepted the lead",
        "family_consulted": "The family was consulted on the handover|: [family_view]",
        "team_briefed": "The team was told of the handover",
        "previous_agency_told": "The previous lead's agency was told of the handover",
        "logged": "The handover was logged with the {eht}",
        "new_team_told": "The new area's team was told|: [new_area]",
        "own_team_copied": "The own {eht} was copied in",
    },
    "closings": {
        "on": "Closed|: [reason]|. [analysis]",
        "told_family": "The family was given the closing",
        "told_team": "The team was told of the closing",
        "told_centre": "The {eht} was told of the closing",
        "reopened": "Opened again|: [reopened_why]",
    },
    "events": {"on": "[what]| (known from [source])"},
    "findings": {"on": "Assessment, [item/section]|: [words/needs/strengths]"},
    "framework_answers": {"on": "[outcome]|: [state]|. [why]"},
    "tool_uses": {"on": "[tool]| with [with_id]|: [result]|; not done: [not_done_why]"},
    "level_changes": {
        "on": "Level changed| from [from_level]| to [to_level]|: [why]",
        "consent_looked_at": "Consent was looked at again after a change of level",
    },
    "sharing_decisions": {"on": "Sharing with [with_whom]|: [what]|; share: [share]|. [why]"},
    "requests": {
        "on": "Asked for [what]|, [to]|: [why]",
        "written": "The request was put in writing|: [what]",
        "chased": "Asked after the request|: [what]",
        "answered": "The request was answered|: [outcome]|. [answer]",
    },
    "escalations": {
        "on": "Difference between practitioners|, with [with_whom]|: [about]",
        "answered": "The difference was answered|: [answer]",
    },
    "supervisions": {"on": "Supervision| with [with_whom]|: [agreed]"},
    "quality_audits": {"on": "Audit of this case|, by [by]|: [grade]"},
}
"""By table and field."""

AHEAD: Final[dict[str, tuple[str, ...]]] = {
    "cases": ("plan_due",),
    "leads": ("until",),
    "people": ("expected", "unsafe_review"),
    "refusals": ("ask_again",),
    "outcomes": ("by", "contingency_by"),
    "actions": ("due", "first_due"),
    "progress": ("moved_to",),
    "meetings": ("next_on",),
    "calls": ("ring_back",),
    "escalations": ("answer_by",),
    "supervisions": ("next_on",),
    "quality_audits": ("look_again",),
}
"""Days by which something is to be done: the due list has these, a chronology does not."""
