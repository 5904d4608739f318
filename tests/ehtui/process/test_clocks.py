"""Clocks on the calendar, and working days in England."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.procedures.clock import Clock, Event, Unit
from data.procedures.loading import default_id, listed, load
from data.procedures.model import Level, Procedure
from ehtui.process.times.clocks import deadline, governing, reason, span
from ehtui.process.times.timetable import NOT_STATED, timetable
from ehtui.process.times.working_days import add_working_days, bank_holidays, is_working_day

TIMETABLES = tomllib.loads(Path(__file__).with_name("timetables.toml").read_text("utf-8"))[
    "timetable"
]
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


def clock(
    amount: int,
    unit: Unit,
    *,
    since: Event = "plan_started",
    until: Event = "plan_dated",
    routes: tuple[str, ...] = (),
    levels: tuple[str, ...] = (),
) -> Clock:
    return Clock(
        key=f"{until}-{amount}-{unit}", what="Finish the {plan}", since=since, until=until,
        amount=amount, unit=unit, strength="usual", why="{span} after {day}", source="1",
        routes=routes, levels=levels,
    )  # fmt: skip


@pytest.fixture(scope="module")
def default() -> Procedure:
    return load(default_id())


def with_clocks(procedure: Procedure, *clocks: Clock, levels: tuple[Level, ...] = ()) -> Procedure:
    from msgspec.structs import replace

    return replace(procedure, clocks=clocks, levels=levels)


@pytest.mark.parametrize(
    ("amount", "unit", "event", "due"),
    [
        (4, "weeks", date(2026, 10, 1), date(2026, 10, 29)),
        (1, "days", date(2028, 2, 28), date(2028, 2, 29)),
        (48, "hours", date(2026, 3, 2), date(2026, 3, 4)),
        (24, "hours", date(2026, 12, 31), date(2027, 1, 1)),
        (4, "hours", date(2026, 3, 2), date(2026, 3, 3)),
        (1, "months", date(2026, 1, 31), date(2026, 2, 28)),
        (6, "months", date(2026, 8, 31), date(2027, 2, 28)),
        (12, "months", date(2028, 2, 29), date(2029, 2, 28)),
        (11, "months", date(2026, 1, 15), date(2026, 12, 15)),
        (10, "working_days", date(2026, 3, 27), date(2026, 4, 14)),
        (5, "working_days", date(2026, 12, 23), date(2027, 1, 4)),
        (1, "working_days", date(2022, 9, 16), date(2022, 9, 20)),
        (1, "working_days", date(2026, 3, 7), date(2026, 3, 9)),
    ],
)
def test_the_day_of_the_event_is_not_counted(
    amount: int, unit: Unit, event: date, due: date
) -> None:
    assert deadline(clock(amount, unit), event) == due


def test_a_day_the_user_adds_is_not_worked() -> None:
    assert add_working_days(date(2026, 3, 2), 1, {date(2026, 3, 3)}) == date(2026, 3, 4)


def test_the_default_timetable_runs_from_one_last_day_to_the_next(default: Procedure) -> None:
    steps = timetable(default, date(2026, 9, 9))
    assert [step.due for step in steps] == [
        date(2026, 9, 23), date(2026, 10, 7), date(2026, 11, 4), date(2026, 12, 30),
    ]  # fmt: skip
    assert steps[3].why == "8 weeks after the review of 4 Nov"
    assert steps[3].source.endswith(" 12")
    assert [step.strength for step in steps] == ["expected", "expected", "usual", "at_most"]


@pytest.mark.parametrize(
    "stated", TIMETABLES, ids=lambda one: " ".join(map(str, list(one.values())[:-1]))
)
def test_every_area_has_the_times_that_its_text_states(stated: dict[str, Any]) -> None:
    procedure = load(stated["procedure"])
    start = stated.get("from", date(2026, 9, 9))
    steps = timetable(procedure, start, stated.get("route"), stated.get("level"))
    assert [step.due.isoformat() if step.due else "" for step in steps] == stated["due"]


def test_a_suggestion_by_social_care_has_times_of_its_own(default: Procedure) -> None:
    steps = timetable(default, date(2026, 9, 9), route="referral")
    assert [step.source.rsplit(" ", 1)[1] for step in steps] == ["17.2", "17.2", "12", "12"]
    assert [step.due for step in steps[:2]] == [date(2026, 9, 23), date(2026, 10, 7)]


def test_a_step_without_a_clock_is_said_to_be_not_stated(default: Procedure) -> None:
    first, second, _ = timetable(default, date(2026, 9, 9), route="step-down")
    assert (first.what, first.due, first.why) == (
        "First TAF",
        None,
        "not stated: set your own date",
    )
    assert second.due == date(2026, 10, 7)


def test_an_area_without_clocks_invents_none(default: Procedure) -> None:
    steps = timetable(with_clocks(default), date(2026, 9, 9))
    assert [step.due for step in steps] == [None, None, None]


@pytest.mark.parametrize(
    ("route", "level", "amounts"),
    [(None, None, [1]), ("step-down", None, [2]), (None, "3", [3]), ("step-down", "3", [4])],
)
def test_the_closest_clock_governs(
    default: Procedure, route: str | None, level: str | None, amounts: list[int]
) -> None:
    procedure = with_clocks(
        default,
        clock(1, "weeks"),
        clock(2, "weeks", routes=("step-down",)),
        clock(3, "weeks", levels=("3",)),
        clock(4, "weeks", routes=("step-down",), levels=("3",)),
    )
    assert [one.amount for one in governing(procedure, route, level)] == amounts


def test_a_level_without_review_meetings_has_no_first_meeting(default: Procedure) -> None:
    light = Level(key="2", title="Light", meaning="m", review_meeting=False)
    reviews = clock(12, "weeks", since="plan_dated", until="last_review", levels=("2",))
    steps = timetable(with_clocks(default, reviews, levels=(light,)), date(2026, 9, 9), level="2")
    assert [step.due for step in steps] == [None, date(2026, 12, 2)]
    assert steps[1].why == "12 weeks after 9 Sep, if that is its date"


@pytest.mark.parametrize("route", ["step-down", "referral", "harm"])
@pytest.mark.parametrize("area", listed())
def test_what_happens_everywhere_can_be_asked_about_in_every_area(area: str, route: str) -> None:
    for step in timetable(load(area), date(2026, 9, 9), route):
        assert (step.due is None) == (step.why == NOT_STATED)
        assert (step.due is None) == (step.source == "")


@pytest.mark.parametrize(("route", "level"), [("nowhere", None), (None, "9")])
def test_an_unknown_way_in_or_level_is_refused(
    default: Procedure, route: str | None, level: str | None
) -> None:
    with pytest.raises(ValueError, match="of that name"):
        timetable(default, date(2026, 9, 9), route, level)


def test_a_reason_shows_the_year_only_where_it_differs(default: Procedure) -> None:
    one = clock(1, "weeks")
    assert reason(one, date(2026, 1, 2), date(2026, 1, 9), default) == "1 week after 2 Jan"
    assert reason(one, date(2026, 12, 28), date(2027, 1, 4), default) == "1 week after 28 Dec 2026"
    assert span(clock(10, "working_days")) == "10 working days"


@pytest.mark.parametrize("year", range(2002, 2041))
def test_bank_holidays_agree_with_an_independent_list(year: int) -> None:
    listed = {
        day for day in holidays.country_holidays("GB", "ENG", years=year) if day.weekday() < 5
    }
    assert {day for day in bank_holidays(year) if day.weekday() < 5} == listed


@given(DAYS, st.integers(1, 30))
def test_working_days_end_on_one_and_count_as_many(day: date, amount: int) -> None:
    end = add_working_days(day, amount)
    between = (day + timedelta(n) for n in range(1, (end - day).days + 1))
    assert is_working_day(end)
    assert sum(is_working_day(one) for one in between) == amount


@given(
    DAYS, st.integers(1, 200), st.sampled_from(["hours", "days", "working_days", "weeks", "months"])
)
def test_a_deadline_lies_after_its_event_and_never_runs_backwards(
    day: date, amount: int, unit: Unit
) -> None:
    one = clock(amount, unit)
    assert deadline(one, day) > day
    assert deadline(one, day + timedelta(1)) >= deadline(one, day)
