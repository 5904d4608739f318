"""Who has to be told what, and when it is done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.procedures.words import fill
from data.records.cases import Notice
from data.records.closing import Closing, Handover, Logging
from data.records.consent import Consent
from data.records.starting import Enquiry
from ehtui.process.course.duties import open_duties
from ehtui.process.due.duties import place_of
from ehtui.process.due.rules import due_dates
from ehtui.process.facts import facts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

DAY = date(2026, 9, 9)
START: dict[str, Any] = {"plan_started": DAY}
FINISH: dict[str, Any] = {"plan_started": DAY, "plan_dated": date(2026, 9, 21)}
HANDOVER: dict[str, Any] = {"handovers": [Handover(id="h", case_id="case", on=DAY, why="leaving")]}
MOVE: dict[str, Any] = {"handovers": [Handover(id="h", case_id="case", on=DAY, why="moved_area")]}
LEFT: dict[str, Any] = {
    "closings": [Closing(id="x", case_id="case", on=DAY, reason="moved")],
}
CAME: dict[str, Any] = {"route": "moved-in", "first_concern": DAY, "came_from": "Otherton"}
CLOSED: dict[str, Any] = {"closings": [Closing(id="x", case_id="case", on=DAY)]}


def notice(what: str = "other", **more: Any) -> Notice:
    return Notice(**{"id": "n", "case_id": "case", "what": what, "on": DAY, **more})


def enquiry(**more: Any) -> Enquiry:
    return Enquiry(id="e", case_id="case", on=DAY, **more)


def logged(what: str, on: date = DAY) -> Logging:
    return Logging(id="l", case_id="case", what=what, on=on)


CASES: list[tuple[str, dict[str, Any], list[str]]] = [
    ("started", START, ["start-told"]),
    ("started, told", {**START, "notices": [notice("started")]}, []),
    ("started, told of something else", {**START, "notices": [notice("moved")]}, ["start-told"]),
    ("started, told of an earlier plan",
     {**START, "notices": [notice("started", on=date(2024, 1, 8))]}, ["start-told"]),
    ("started, the duty's own notice",
     {**START, "notices": [notice(duty="start-told", to="the duty desk")]}, []),
    ("started, the plan is logged", {**START, "loggings": [logged("plan")]}, []),
    ("finished", FINISH, ["start-told", "finish-log", "finish-records"]),
    ("finished and logged", {**FINISH, "loggings": [logged("plan", date(2026, 9, 21))]},
     ["finish-records"]),
    ("finished, a number came back", {**FINISH, "central_number": "N1"}, ["finish-records"]),
    ("finished, own records", {**FINISH, "central_number": "N1", "own_records": DAY}, []),
    ("handed over", HANDOVER, ["hand-over-log"]),
    ("handed over, logged", {"handovers": [
        Handover(id="h", case_id="case", on=DAY, logged=DAY)]}, []),
    ("moved", MOVE, ["move-new", "move-own"]),
    ("moved, both told", {"handovers": [
        Handover(id="h", case_id="case", on=DAY, why="moved_area", new_team_told=DAY,
                 own_team_copied=DAY)]}, []),
    ("closed as moved, without a handover", LEFT, ["close-log", "move-new", "move-own"]),
    ("closed as moved, both told", {**LEFT, "notices": [
        notice(duty="move-new"), Notice(id="m", case_id="case", what="moved", on=DAY)]},
     ["close-log"]),
    ("closed as moved, the handover not dated yet", {**LEFT, "handovers": [
        Handover(id="h", case_id="case", why="moved_area")]},
     ["close-log", "move-new", "move-own"]),
    ("moved here", CAME, ["move-in-agency"]),
    ("moved here, the previous agency rung", {**CAME, "notices": [
        notice("moved", duty="move-in-agency")]}, []),
    ("moved here, somebody there has answered", {**CAME, "enquiries": [
        enquiry(asked="Otherton, Ann Bell", answer="open")]}, []),
    ("moved here, no answer yet", {**CAME, "enquiries": [
        enquiry(asked="Otherton, Ann Bell", answer="waiting")]}, ["move-in-agency"]),
    ("moved here, somebody else asked", {**CAME, "enquiries": [
        enquiry(asked="our own team", answer="none")]}, ["move-in-agency"]),
    ("closed", CLOSED, ["close-log"]),
    ("closed, told", {"closings": [Closing(id="x", case_id="case", on=DAY, told_centre=DAY)]}, []),
    ("closed, logged", {**CLOSED, "loggings": [logged("closing")]}, []),
    ("closed, an old logging of another closing",
     {**CLOSED, "loggings": [logged("closing", date(2025, 1, 1))]}, ["close-log"]),
    ("withdrawn, told", {
        "consents": [Consent(id="c", case_id="case", on=DAY, by_id="mum", start="withdrawn",
                             capacity="parental_responsibility")],
        "notices": [notice("withdrawn")]}, ["withdraw-review", "withdraw-record"]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "open_keys"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_duty_is_due_until_the_facts_show_it_done(
    made: Callable[..., CaseFile],
    mum: dict[str, list[Any]],
    default: Procedure,
    said: dict[str, Any],
    open_keys: list[str],
) -> None:
    titles = {duty.key: duty.title for duty in default.duties}
    told = [one.what for one in due_dates(made(**mum, **said), default) if one.kind == "duty"]
    expected = [fill(titles[key], default.words) for key in open_keys]
    assert sorted(what.split(" (")[0] for what in told) == sorted(expected)


def test_a_duty_says_since_when_and_whom_to_tell(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    (row,) = (one for one in due_dates(made(**START), default) if one.kind == "duty")
    assert row.what == "Say that an Early Help Plan is being started (the Early Help Team)"
    assert row.why == "the Early Help Plan was started on 9 Sep; not recorded as done"
    assert (str(row.due), row.section, row.record) == ("2026-09-09", "log", "start-told")


@pytest.mark.parametrize(
    ("said", "key", "place"),
    [
        (START, "start-told", ("log", "start-told")),
        (MOVE, "move-new", ("handover", "h")),
        (CAME, "move-in-agency", ("notes", "move-in-agency")),
    ],
)
def test_a_duty_is_written_down_where_it_can_be(
    made: Callable[..., CaseFile],
    default: Procedure,
    said: dict[str, Any],
    key: str,
    place: tuple[str, str],
) -> None:
    found = {one.duty.key: place_of(one) for one in open_duties(facts_of(made(**said), default))}
    assert found[key] == place


@pytest.mark.parametrize(
    ("closings", "due"),
    [
        ([], True),
        ([Closing(id="x", case_id="case", on=date(2026, 9, 10))], False),
        ([Closing(id="x", case_id="case", on=DAY, reopened=date(2026, 11, 1))], False),
    ],
    ids=["open", "closed", "back again"],
)
def test_a_family_that_has_moved_is_closed_here(
    made: Callable[..., CaseFile], default: Procedure, closings: list[Closing], due: bool
) -> None:
    rows = due_dates(made(closings=closings, **MOVE), default)
    assert any("the family has moved" in one.what for one in rows) is due
