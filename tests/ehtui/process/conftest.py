"""The default procedure, and one whole made-up family as it stands on 22 November 2026."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.casefile import CaseFile
from data.procedures.loading import default_id, load
from data.records.assessment import Conversation, Scale, Statement
from data.records.cases import Case, Lead
from data.records.closing import Logging
from data.records.consent import Consent, ConsentScope, Restriction
from data.records.contacts import Call
from data.records.meetings import Attendance, Meeting, Member
from data.records.outcomes import Action, Outcome, Progress
from data.records.people import Agency, Person, Relationship
from data.records.starting import Enquiry

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.procedures.model import Procedure


@pytest.fixture(scope="session")
def default() -> Procedure:
    return load(default_id())


@pytest.fixture
def mum() -> dict[str, list[Any]]:
    """A mother, her child, and her responsibility for it: whoever is asked has a say."""
    return {
        "people": [
            Person(id="mum", case_id="case", kind="adult", given="Mum"),
            Person(id="child", case_id="case", kind="child", given="Zofia"),
        ],
        "relationships": [
            Relationship(
                id="r", case_id="case", person_id="mum", child_id="child", kind="mother",
                parental_responsibility=True,
            )
        ],
    }  # fmt: skip


@pytest.fixture
def made() -> Callable[..., CaseFile]:
    """A case file: fields of the case by name, lists of records by their table's."""

    def make(**said: Any) -> CaseFile:
        lists = {name: value for name, value in said.items() if isinstance(value, list)}
        fields = {name: value for name, value in said.items() if name not in lists}
        known: dict[str, Any] = {"id": "case", "reference": "R", "family_name": "Field"}
        return CaseFile(Case(**known, **fields), **lists)

    return make


@pytest.fixture
def paper() -> CaseFile:
    """The family of the paper case, entered as its lead would."""
    return CaseFile(
        case=Case(
            id="case", reference="R", procedure_id="", procedure_version="",
            procedure_text_id="", family_name="O'Connor-Łukasik", route="own-concern",
            first_concern=date(2026, 9, 3), plan_started=date(2026, 9, 9),
            plan_dated=date(2026, 9, 21), own_records=date(2026, 9, 21),
            central_number="NEH-26-03318",
        ),
        leads=[Lead(id="lead", case_id="case", name="Jo Field", since=date(2026, 9, 9))],
        people=_people(),
        relationships=_relationships(),
        agencies=_agencies(),
        enquiries=[
            Enquiry(id="asked", case_id="case", on=date(2026, 9, 8), asked="duty", answer="closed")
        ],
        consents=_consents(),
        consent_scopes=_scopes(),
        conversations=[
            _talk("t0", "caoimhe", date(2026, 9, 7)),
            _talk("t1", "caoimhe", date(2026, 9, 15)),
            _talk("t2", "tomasz", date(2026, 9, 15)),
        ],
        statements=_statements(),
        restrictions=[
            Restriction(
                id="held", case_id="case", record_id="texts", from_person_id="sian",
                asked_by_id="caoimhe", since=date(2026, 9, 15),
            )
        ],
        outcomes=_outcomes(),
        actions=_actions(),
        progress=[
            Progress(
                id="p1", case_id="case", meeting_id="review", outcome_id="sleep", value="3 of 7"
            ),
            Progress(id="p2", case_id="case", meeting_id="review", outcome_id="rent", value="£520"),
        ],
        members=_members(),
        meetings=[
            Meeting(
                id="first", case_id="case", kind="first_taf", on=date(2026, 10, 1), at="15:45",
                held=True, confidentiality=True, next_on=date(2026, 10, 22), next_at="15:45",
            ),
            Meeting(
                id="review", case_id="case", kind="review_taf", on=date(2026, 10, 22), at="15:45",
                held=True, next_step="continues", next_on=date(2026, 12, 17), next_at="15:45",
            ),
        ],
        attendances=[
            Attendance(
                id="a1", case_id="case", meeting_id="first", person_id="caoimhe", state="present",
                part="first ten minutes",
            ),
            Attendance(
                id="a2", case_id="case", meeting_id="first", person_id="declan",
                state="did_not_come", wants_minutes=True,
            ),
        ],
        scales=[
            Scale(id="s1", case_id="case", owner_id="caoimhe", score=4, meeting_id="first"),
            Scale(id="s2", case_id="case", owner_id="caoimhe", score=6, meeting_id="review"),
        ],
        calls=[
            Call(
                id="housing-call", case_id="case", on=date(2026, 11, 3), at="09:10",
                agency="council housing", asked_about="the O'Connor boy", identity="rang_back",
                told="the plan exists, my name and number", outcome="message",
            )
        ],
        loggings=[Logging(id="logged", case_id="case", what="plan", on=date(2026, 9, 21))],
    )  # fmt: skip


def _people() -> list[Person]:
    return [
        Person(id="sian", case_id="case", kind="adult", given="Siân", in_family="mum"),
        Person(
            id="halina", case_id="case", kind="adult", given="Halina", nothing_in_writing=True
        ),
        Person(id="declan", case_id="case", kind="adult", given="Declan"),
        Person(
            id="caoimhe", case_id="case", kind="child", given="Caoimhe", known_as="Keeva",
            born=date(2011, 3, 1),
        ),
        Person(
            id="tomasz", case_id="case", kind="child", given="Tomasz", known_as="Tomek",
            born=date(2018, 6, 19),
        ),
        Person(id="baby", case_id="case", kind="unborn", expected=date(2027, 1, 29)),
    ]  # fmt: skip


def _relationships() -> list[Relationship]:
    def holds(who: str, child: str, kind: str, responsible: bool | None) -> Relationship:
        return Relationship(
            id=f"{who}-{child}", case_id="case", person_id=who, child_id=child, kind=kind,
            parental_responsibility=responsible,
        )  # fmt: skip

    return [
        holds("sian", "caoimhe", "mother", True),
        holds("sian", "tomasz", "mother", True),
        holds("sian", "baby", "mother_of_unborn", None),
        holds("declan", "caoimhe", "father", True),
        holds("declan", "tomasz", "father", True),
    ]


NAMED = ("stotts-lane", "st-oswins", "school-nurse", "midwife", "speech", "housing")


def _agencies() -> list[Agency]:
    involved = [
        Agency(id=key, case_id="case", name=key, involved=True, since=date(2026, 9, 7))
        for key in NAMED
    ]
    return [
        *involved,
        Agency(id="church", case_id="case", name="church"),
        Agency(id="young-carers", case_id="case", name="young carers", involved=True,
               since=date(2026, 10, 22)),
    ]  # fmt: skip


def _consents() -> list[Consent]:
    return [
        Consent(
            id="c-sian", case_id="case", on=date(2026, 9, 9), by_id="sian",
            capacity="parental_responsibility", start="yes", store="yes", share="yes", how="signed",
        ),
        Consent(
            id="c-declan", case_id="case", on=date(2026, 9, 10), by_id="declan",
            capacity="parental_responsibility", start="heard", how="phone",
        ),
        Consent(
            id="c-keeva", case_id="case", on=date(2026, 9, 7), by_id="caoimhe", about_id="caoimhe",
            capacity="competent_child", start="yes", share="yes", how="spoken",
            understood_how="told it back", understands_who_sees=True, understands_can_refuse=True,
            pressure="none", has_capacity=True,
        ),
    ]  # fmt: skip


def _scopes() -> list[ConsentScope]:
    into = [
        ConsentScope(
            id=f"scope-{key}", case_id="case", consent_id="c-sian", agency_id=key, included=True
        )
        for key in NAMED
    ]
    out = ConsentScope(
        id="scope-church", case_id="case", consent_id="c-sian", agency_id="church", included=False
    )
    return [*into, out]


def _talk(key: str, child: str, on: date) -> Conversation:
    return Conversation(
        id=key, case_id="case", tool="houses", with_id=child, on=on, child_seen=True
    )


def _statements() -> list[Statement]:
    def said(key: str, part: str, who: str, words: str, **more: Any) -> Statement:
        tool = "houses" if part.startswith("house") else "columns"
        return Statement(
            id=key, case_id="case", tool=tool, part=part, owner_id=who, text=words, **more
        )

    return [
        said("tired", "worries", "sian", "up three times a night"),
        said("alone", "worries", "declan", "she's doing it all on her own"),
        said("texts", "house_worries", "caoimhe", "the texts", conversation_id="t1"),
        said("art", "house_good", "caoimhe", "art", conversation_id="t1"),
        said(
            "bang", "house_worries", "tomasz", "the bang downstairs", conversation_id="t2",
            weigh_harm=True,
        ),
        Statement(
            id="attendance", case_id="case", part="worries", owner_name="SENCo", basis="seen",
            text="attendance 83.4 %",
        ),
    ]  # fmt: skip


def _outcomes() -> list[Outcome]:
    end_of_term = date(2026, 12, 18)
    return [
        Outcome(
            id="sleep", case_id="case", number=1, for_id="tomasz",
            title="Tomek sleeps through 5 nights of 7", measure="nights slept through",
            starting="1 of 7", target="5 of 7", by=end_of_term,
            measured_by="mum's diary", agreed_with="mum", worry_id="tired",
            contingency="ask for the paediatric sleep clinic", contingency_by=date(2026, 11, 20),
            status="open",
        ),
        Outcome(
            id="rent", case_id="case", number=2, title="Arrears from £640 to under £300",
            measure="arrears", starting="£640", target="under £300", by=end_of_term,
            measured_by="housing", agreed_with="mum", worry_id="tired",
            contingency="debt advice", status="open",
        ),
        Outcome(
            id="keeva", case_id="case", number=3, for_id="caoimhe", title="Keeva feels better",
            status="draft",
        ),
    ]  # fmt: skip


def _actions() -> list[Action]:
    def action(key: str, outcome: str, what: str, who: str, **more: Any) -> Action:
        return Action(id=key, case_id="case", outcome_id=outcome, what=what, who=who, **more)

    return [
        action("diary", "sleep", "keep the diary", "Siân"),
        action("nurse", "sleep", "sleep plan", "school nurse", due=date(2026, 10, 9)),
        action("agree", "rent", "repayment agreed", "housing officer", due=date(2026, 10, 16)),
        action("club", "keeva", "art club", "SENCo", due=date(2026, 10, 1)),
        action(
            "carers", "keeva", "Ask for young carers' assessment", "Jo Field",
            first_due=date(2026, 9, 30), due=date(2026, 11, 6), moved_at_id="review",
        ),
        action(
            "date", "sleep", "send Declan the autism-pathway date", "SENCo",
            due=date(2026, 10, 5), agreed_at_id="first",
        ),
    ]  # fmt: skip


def _members() -> list[Member]:
    since = date(2026, 10, 1)
    return [
        Member(id="m-sian", case_id="case", person_id="sian", since=since),
        Member(id="m-senco", case_id="case", name="SENCo", agency_id="stotts-lane", since=since),
        Member(id="m-midwife", case_id="case", name="midwife", agency_id="midwife", since=since),
        Member(id="m-speech", case_id="case", name="SaLT", agency_id="speech", since=since),
        Member(id="m-housing", case_id="case", name="housing", agency_id="housing", since=since),
        Member(id="m-halina", case_id="case", person_id="halina", since=since),
    ]
