"""Working days in England, offline: a yearly rule, and a table of the days that broke it."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

ONE_DAY = timedelta(days=1)
SATURDAY = 5


def add_working_days(day: date, amount: int, also_free: Collection[date] = ()) -> date:
    """Return the working day that lies ``amount`` working days after a day, which is not counted.

    ``also_free`` holds days that the user says are not worked: an area's own holiday.
    """
    for _ in range(amount):
        day += ONE_DAY
        while not is_working_day(day, also_free):
            day += ONE_DAY
    return day


def is_working_day(day: date, also_free: Collection[date] = ()) -> bool:
    """Return whether a day is neither at a weekend nor a bank holiday in England."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year) and day not in also_free


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year in England, those given in lieu of a weekend included."""
    easter = _easter(year)
    days = {
        _weekday_from(date(year, 1, 1)),
        easter - 2 * ONE_DAY,
        easter + ONE_DAY,
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
        _weekday_from(date(year, 12, 25)),
    }
    boxing_day = _weekday_from(date(year, 12, 26))
    days.add(boxing_day if boxing_day not in days else _weekday_from(boxing_day + ONE_DAY))
    extra, moved = _exceptions()
    of_year = {day for day in (*extra, *moved.values()) if day.year == year}
    return frozenset(days - set(moved) | of_year)


@cache
def _exceptions() -> tuple[tuple[date, ...], dict[date, date]]:
    table = tomllib.loads(files("data.codes").joinpath("bank_holidays.toml").read_text("utf-8"))
    extra = tuple(row["day"] for row in table["extra"])
    return extra, {row["from"]: row["to"] for row in table["moved"]}


def _weekday_from(day: date) -> date:
    while day.weekday() >= SATURDAY:
        day += ONE_DAY
    return day


def _monday_from(day: date) -> date:
    return day + (-day.weekday() % 7) * ONE_DAY


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by Butcher's rule."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
