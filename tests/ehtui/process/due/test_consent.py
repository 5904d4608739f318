"""Consent to get, to ask about again, and to ask for again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.records.consent import Consent, ConsentScope
from data.records.meetings import Meeting, Member
from data.records.people import Agency
from data.records.starting import Refusal
from ehtui.process.due.rules import due_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

ASKED, STARTED = date(2026, 9, 9), date(2026, 9, 9)
Rows = list[tuple[str, str, str]]


def consents(file: CaseFile, procedure: Procedure) -> Rows:
    rows = due_dates(file, procedure)
    return [(str(one.due), one.what, one.why) for one in rows if one.kind == "consent"]


def yes(**more: Any) -> Consent:
    known = {
        "id": "c", "case_id": "case", "on": ASKED, "by_id": "mum", "start": "yes", "store": "yes",
        "share": "yes", "capacity": "parental_responsibility",
    }  # fmt: skip
    return Consent(**{**known, **more})


@pytest.mark.parametrize(
    ("entries", "missing"),
    [
        ([], True),
        ([yes()], False),
        ([yes(start="no")], True),
        ([yes(start="heard")], True),
        ([yes(start="no"), yes(id="d", replaces_id="c")], False),
        ([yes(), yes(id="d", start="no", replaces_id="c")], True),
    ],
)
def test_a_plan_goes_on_with_consent(
    made: Callable[..., CaseFile],
    mum: dict[str, list[Any]],
    default: Procedure,
    entries: list[Consent],
    missing: bool,
) -> None:
    told = consents(made(plan_started=STARTED, consents=entries, **mum), default)
    assert [row[:2] for row in told] == (
        [("2026-09-09", "Consent to start is not recorded")] if missing else []
    )
    assert all(why.startswith("the Early Help Plan was started on 9 Sep; ") for _, _, why in told)


def scope(agency: str, consent: str = "c", *, included: bool = True) -> ConsentScope:
    return ConsentScope(
        id=f"{consent}-{agency}", case_id="case", consent_id=consent, agency_id=agency,
        included=included,
    )  # fmt: skip


JOINED = date(2026, 10, 1)
SERVICES: list[tuple[str, dict[str, Any], list[Member], list[ConsentScope], str | None]] = [
    ("named", {"involved": True, "since": JOINED}, [], [scope("a")], None),
    ("left out by name", {"involved": True, "since": JOINED}, [],
     [scope("a", included=False)], None),
    ("not named", {"involved": True, "since": JOINED}, [], [], "2026-10-01"),
    ("named in an entry that was replaced", {"involved": True, "since": JOINED}, [],
     [scope("a", "old")], "2026-10-01"),
    ("there before anybody was asked", {"involved": True, "since": date(2026, 9, 1)}, [], [],
     "2026-09-09"),
    ("only mentioned", {}, [], [], None),
    ("joined the team", {}, [Member(id="m", case_id="case", agency_id="a", since=JOINED)], [],
     "2026-10-01"),
    ("has left the team", {}, [
        Member(id="m", case_id="case", agency_id="a", since=JOINED, until=JOINED)], [], None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("agency", "members", "scopes", "due"),
    [one[1:] for one in SERVICES],
    ids=[one[0] for one in SERVICES],
)
def test_a_service_that_no_consent_names_is_asked_about(
    made: Callable[..., CaseFile],
    default: Procedure,
    agency: dict[str, Any],
    members: list[Member],
    scopes: list[ConsentScope],
    due: str | None,
) -> None:
    file = made(
        agencies=[Agency(id="a", case_id="case", name="art club", **agency)],
        members=members,
        consents=[yes(id="old"), yes(replaces_id="old")],
        consent_scopes=scopes,
    )
    told = [(day, what) for day, what, _ in consents(file, default)]
    assert told == ([(due, "Ask about consent for: art club")] if due else [])


def test_before_consent_is_asked_for_no_service_is_missing_from_it(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made(agencies=[Agency(id="a", case_id="case", name="x", involved=True, since=JOINED)])
    assert consents(file, default) == []


def test_consent_is_looked_at_with_each_review_where_the_area_says_so(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    review = Meeting(id="m", case_id="case", kind="review_taf", on=date(2026, 12, 17))
    file = made(meetings=[review], consents=[yes()])
    assert default.consent is not None
    own = msgspec.structs.replace(default.consent, revisit=("review",))
    area = msgspec.structs.replace(default, consent=own)
    assert consents(file, default) == []
    assert consents(file, area) == [
        ("2026-12-17", "Ask again about consent, at the review",
         "at every review; the next is on 17 Dec")
    ]  # fmt: skip


AGAIN = ("2026-11-01", "Ask the family again", "they said no on 9 Sep")
TALK = (
    "2026-09-09",
    "Talk it over with your manager or ask the Early Help Team.",
    "they said no on 9 Sep, not for the first time",
)


@pytest.mark.parametrize(
    ("earlier", "last", "entries", "rows"),
    [
        (False, {}, [], []),
        (False, {"ask_again": date(2026, 11, 1)}, [], [AGAIN]),
        (False, {"ask_again": date(2026, 11, 1)}, [yes(on=date(2026, 10, 1))], []),
        (True, {}, [], [TALK]),
        (True, {"talked_to": "manager"}, [], []),
    ],
)
def test_what_follows_a_refusal(
    made: Callable[..., CaseFile],
    default: Procedure,
    earlier: bool,
    last: dict[str, Any],
    entries: list[Consent],
    rows: Rows,
) -> None:
    refusals = [Refusal(id="2", case_id="case", on=date(2026, 9, 9), **last)]
    if earlier:
        refusals.append(Refusal(id="1", case_id="case", on=date(2026, 8, 1)))
    assert consents(made(refusals=refusals, consents=entries), default) == rows
