"""Who has to be told what, and when it is done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.procedures.words import fill
from data.records.cases import Notice
from data.records.closing import Closing, Handover, Logging
from data.records.consent import Consent
from ehtui.process.due import due_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

DAY = date(2026, 9, 9)
START: dict[str, Any] = {"plan_started": DAY}
FINISH: dict[str, Any] = {"plan_started": DAY, "plan_dated": date(2026, 9, 21)}
HANDOVER: dict[str, Any] = {"handovers": [Handover(id="h", case_id="case", on=DAY, why="leaving")]}
MOVE: dict[str, Any] = {"handovers": [Handover(id="h", case_id="case", on=DAY, why="moved_area")]}
CLOSED: dict[str, Any] = {"closings": [Closing(id="x", case_id="case", on=DAY)]}


def notice(what: str = "other", **more: Any) -> Notice:
    return Notice(**{"id": "n", "case_id": "case", "what": what, "on": DAY, **more})


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
def test_duties(
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
