"""What one area's procedure says: the whole of a file in this folder.

A case is read beside one `Procedure`. Whatever an area does not state is absent here, and the
program then says "not stated: set your own date" instead of borrowing from another area.
"""

from __future__ import annotations

from typing import Literal

from data.procedures.clock import Clock, Reply, Request, Route
from data.procedures.parts import Checklist, Item, Key, Part, Source, Text, Words
from data.procedures.starting import Check, Consent, Contact, Harm, Help, Question, StartRoute

DutyMoment = Literal[
    "start",
    "finish",
    "withdraw",
    "hand_over",
    "move",
    "move_in",
    "step_down",
    "level_change",
    "close",
]

StageKey = Literal["identify", "involve", "understand", "team", "support", "review", "close"]
STAGES: tuple[StageKey, ...] = (
    "identify",
    "involve",
    "understand",
    "team",
    "support",
    "review",
    "close",
)
"""The spine of every case: an area names them and keeps their order. Source: Newcastle 6."""


class Stage(Part, frozen=True, kw_only=True):
    """One of the seven stages."""

    key: StageKey
    title: Text
    meaning: Text
    next: Text
    """What comes next, said on the case's screen."""
    source: str = ""


class Level(Part, frozen=True, kw_only=True):
    """A level of need, where the area works with levels."""

    key: Key
    title: Text
    meaning: Text
    plan: str = ""
    """What the plan is called at this level."""
    asks: tuple[Text, ...] = ()
    review_meeting: bool = True
    """Whether reviews are meetings; otherwise the lead collects everyone's updates."""
    help: tuple[Text, ...] = ()
    """Who can help at this level."""
    less: tuple[Text, ...] = ()
    """What to do when less help is needed."""
    more: tuple[Text, ...] = ()
    """What to do when more help is needed."""
    source: str = ""


Asked = Literal["needs", "strengths", "risks", "protects", "words", "not_known"]
"""A field of a finding; from whom it is known, and what is not known, is asked everywhere."""


class Topic(Item, frozen=True, kw_only=True):
    """A heading in a section of the assessment."""

    asks: tuple[Asked, ...] = ()
    """What is written under it; empty: what its section asks."""


class Section(Part, frozen=True, kw_only=True):
    """A section of the assessment."""

    key: Key
    title: Text
    hint: str = ""
    items: tuple[Topic, ...] = ()
    asks: tuple[Asked, ...] = ()
    """What is written in it; empty: needs and strengths under headings, words where it has none."""
    levels: tuple[Key, ...] = ()
    source: str = ""


class Headline(Item, frozen=True, kw_only=True):
    """One of the outcomes that an area hopes for with every family."""

    parts: tuple[Item, ...] = ()
    """Its sub-outcomes; editions differ, so that a user may have to add their own."""


class Framework(Part, frozen=True, kw_only=True):
    """The outcomes that an area hopes for with every family."""

    title: Text
    outcomes: tuple[Headline, ...]
    source: Text


class Audit(Part, frozen=True, kw_only=True):
    """How the quality of the work is looked at."""

    title: Text
    each_month: bool = False
    """Whether some case is looked at in every month."""
    grades: tuple[Item, ...] = ()
    standards: tuple[Item, ...] = ()
    """What the work is looked at for."""
    source: Text


class Tool(Part, frozen=True, kw_only=True):
    """A tool for listening or measuring."""

    key: Key
    title: Text
    use: Text
    always: bool = False
    levels: tuple[Key, ...] = ()
    areas: tuple[Item, ...] = ()
    """What is scored, by name alone: the wording of a licensed scale is never reproduced."""
    lowest: int | None = None
    highest: int | None = None
    """The ends of its scale; absent where it is only noted as done."""
    editions: tuple[Text, ...] = ()
    """The editions that the areas belong to, where editions differ."""
    source: str = ""


class MeetingKind(Part, frozen=True, kw_only=True):
    """A kind of meeting, with its suggested agenda where the area gives one."""

    key: Key
    title: Text
    hint: str = ""
    with_family: bool = True
    by_updates: bool = False
    """Whether nobody meets: the lead collects everyone's update."""
    reason_asked: bool = False
    """Whether it is written down why the family is not there, and what they hear of it."""
    agenda: tuple[Item, ...] = ()
    source: str = ""


class NextStep(Part, frozen=True, kw_only=True):
    """One of the ways in which a review can end."""

    key: Key
    title: Text
    hint: str = ""
    next_date: bool = True
    """Whether a next date must be set."""
    closes: bool = False
    revises: bool = False
    """Whether outcomes and actions are written anew."""
    confirms_lead: bool = True
    family_agrees: bool = True
    send_with: tuple[Text, ...] = ()
    """What goes with it, such as the plan and the latest minutes."""
    source: str = ""


class Compulsory(Part, frozen=True, kw_only=True):
    """Something that must be there, as the area says; the program's rules know these keys."""

    key: Literal[
        "consent_signed",
        "child_voice",
        "child_seen",
        "family_views",
        "whose_view",
        "outcomes",
        "lead",
        "first_review_date",
        "plan_to_family",
        "plan_to_team",
        "plan_again",
        "central_log",
        "own_records",
        "minutes_to_all",
        "closing_analysis",
        "will_last",
        "measures",
        "contingency",
        "taf",
        "tool",
        "smart",
        "views_on_assessment",
        "not_assessed",
        "sharing_decision",
        "lead_agreed",
        "case_notes",
    ]
    title: Text
    levels: tuple[Key, ...] = ()
    source: Text


Fact = Literal[
    "log",
    "own_records",
    "copies",
    "previous_agency",
    "new_team",
    "own_team",
    "closing_sent",
    "asked_there",
]
"""A fact that a case records anyway, and that shows a duty as done."""


class Duty(Part, frozen=True, kw_only=True):
    """Something that has to be told or handed to somebody when something has happened."""

    key: Key
    when: DutyMoment
    title: Text
    to: Text
    consent: Literal["", "store", "share"] = ""
    """The part of consent without which it is not done."""
    met_by: Fact | None = None
    """The fact that shows it as done; otherwise somebody's notice does."""
    source: Text


HandoverFact = Literal["accepted", "family_consulted", "team_briefed", "open_needs"]
"""A field of a handover that shows one of the area's conditions as met."""


class Condition(Item, frozen=True, kw_only=True):
    """Something that must be so before the lead hands over."""

    met_by: tuple[HandoverFact, ...] = ()
    """What a handover records anyway and shows it by; without any, it is a thing to think of."""


class Procedure(Part, frozen=True, kw_only=True):
    """Everything one area says about early help."""

    id: Key
    name: Text
    version: Text
    source: Source
    words: Words
    stages: tuple[Stage, ...]
    routes: tuple[Route, ...]
    harm: Harm
    contacts: tuple[Contact, ...]
    default: bool = False
    """Whether this is the procedure offered first; one shipped file says so."""
    ages: str = ""
    """For whom it is, where the area says so."""
    levels: tuple[Level, ...] = ()
    questions: tuple[Question, ...] = ()
    start_routes: tuple[StartRoute, ...] = ()
    checks: tuple[Check, ...] = ()
    consent: Consent | None = None
    clocks: tuple[Clock, ...] = ()
    columns: tuple[Item, ...] = ()
    houses: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()
    tools: tuple[Tool, ...] = ()
    framework: Framework | None = None
    meeting_kinds: tuple[MeetingKind, ...] = ()
    review_format: tuple[Item, ...] = ()
    """How a review is run, step by step."""
    next_steps: tuple[NextStep, ...] = ()
    compulsory: tuple[Compulsory, ...] = ()
    duties: tuple[Duty, ...] = ()
    handover: tuple[Condition, ...] = ()
    """What must be so before a lead hands over."""
    closing_reasons: tuple[Item, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    help: tuple[Help, ...] = ()
    requests: tuple[Request, ...] = ()
    services: tuple[Item, ...] = ()
    """Services that can be asked for directly."""
    audit: Audit | None = None

    @property
    def section_items(self) -> tuple[Topic, ...]:
        """The headings of all the sections of the assessment."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def checklist_items(self) -> tuple[Item, ...]:
        """The lines of all the check-lists."""
        return tuple(item for checklist in self.checklists for item in checklist.items)

    @property
    def framework_outcomes(self) -> tuple[Headline, ...]:
        """The outcomes of the area's framework; none where it has none."""
        return self.framework.outcomes if self.framework else ()

    @property
    def askable(self) -> tuple[Request | Help | Item, ...]:
        """Whoever can be turned to with a case: by request, for help, as a service."""
        return (*self.requests, *self.help, *self.services)

    @property
    def answered(self) -> tuple[Check | Help | Request, ...]:
        """What somebody is asked for: before a plan is started, for help, by request."""
        return (*self.checks, *self.help, *self.requests)

    @property
    def packs(self) -> tuple[Request, ...]:
        """The requests that step a case up, each with the papers that go with it."""
        return tuple(one for one in self.requests if one.steps_up)

    @property
    def request_outcomes(self) -> tuple[Reply, ...]:
        """What may come of turning to somebody, each once."""
        found = {item.key: item for request in self.requests for item in request.outcomes}
        return tuple(found.values())

    @property
    def grades(self) -> tuple[Item, ...]:
        """The grades of an audit; none where the area audits without them."""
        return self.audit.grades if self.audit else ()

    @property
    def standards(self) -> tuple[Item, ...]:
        """What an audit looks for."""
        return self.audit.standards if self.audit else ()
