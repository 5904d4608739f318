"""Reviews without a meeting, and meetings without the family."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.procedures.model import MeetingKind
from data.records.cases import Lead
from data.records.meetings import Meeting, Member, Update
from ehtui.process.due.rules import due_dates
from ehtui.process.meetings.updating import to_ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

REVIEW = date(2026, 12, 1)
ASKED = date(2026, 11, 20)


@pytest.fixture
def area(default: Procedure) -> Procedure:
    kinds = (
        MeetingKind(key="review_updates", title="Review without a meeting", by_updates=True),
        MeetingKind(key="alone", title="Alone", with_family=False, reason_asked=True),
    )
    return msgspec.structs.replace(default, meeting_kinds=kinds, clocks=())


def review(**fields: Any) -> Meeting:
    known: dict[str, Any] = {"id": "m", "case_id": "case", "kind": "review_updates", "on": REVIEW}
    return Meeting(**{**known, **fields})


def test_everybody_but_the_lead_is_asked_once(
    made: Callable[..., CaseFile], area: Procedure
) -> None:
    file = made(
        leads=[Lead(id="l", case_id="case", name="Jo")],
        members=[
            Member(id="jo", case_id="case", name="Jo"),
            Member(id="bo", case_id="case", name="Bo"),
            Member(id="cy", case_id="case", name="Cy"),
        ],
        meetings=[review()],
        updates=[Update(id="u", case_id="case", meeting_id="m", member_id="bo", asked=ASKED)],
    )
    assert [one.member_id for one in to_ask(file, area, file.meetings[0])] == ["cy"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, [("2026-12-01", "Update of Bo", "asked on 20 Nov for the review of 1 Dec")]),
        (
            {"chased": date(2026, 11, 25)},
            [
                (
                    "2026-12-01",
                    "Update of Bo",
                    "asked on 20 Nov for the review of 1 Dec, reminded on 25 Nov",
                )
            ],
        ),
        ({"received": date(2026, 11, 24)}, []),
        ({"asked": None}, []),
    ],
)
def test_an_update_is_missed_until_it_comes(
    made: Callable[..., CaseFile],
    area: Procedure,
    fields: dict[str, Any],
    expected: list[tuple[str, str, str]],
) -> None:
    known = {"id": "u", "case_id": "case", "meeting_id": "m", "member_id": "bo", "asked": ASKED}
    file = made(
        members=[Member(id="bo", case_id="case", name="Bo")],
        meetings=[review()],
        updates=[Update(**{**known, **fields})],
    )
    rows = [(str(one.due), one.what, one.why) for one in due_dates(file, area)]
    assert [one for one in rows if one[1].startswith("Update")] == expected


@pytest.mark.parametrize(
    ("fields", "missed"),
    [
        ({}, True),
        ({"family_heard": REVIEW}, False),
        ({"not_told_why": "it would raise the risk"}, False),
        ({"held": None}, False),
        ({"kind": "review_updates"}, False),
    ],
)
def test_the_family_hears_what_came_of_a_meeting_without_it(
    made: Callable[..., CaseFile], area: Procedure, fields: dict[str, Any], missed: bool
) -> None:
    file = made(meetings=[review(**{"kind": "alone", "held": True, **fields})])
    rows = [one.what for one in due_dates(file, area)]
    assert ("Tell the family what came of the meeting" in rows) is missed
