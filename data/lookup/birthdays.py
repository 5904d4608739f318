"""Dates of birth that may have been meant, and how far each is from what was said.

Costs are in bits: how rarely a right person's birthday is said in this way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.lookup.births import Birth

OTHER: Final = -6.5
"""Bits against somebody who was born on a wholly different day."""
FIRST_YEAR: Final = 1925


class Meant(NamedTuple):
    """One way in which a date may have been meant."""

    cost: float
    why: str


_SAME = Meant(0.2, "same date of birth")
SWAPPED: Final = Meant(3.6, "day and month of birth swapped")
_DIGIT = Meant(4.2, "one digit of the date of birth differs")
_TURNED = Meant(4.6, "two digits of the date of birth turned round")
_NEAR = Meant(5.2, "born within a few days of that date")
_OTHER_YEAR = Meant(5.6, "same day and month of birth, another year")
_OTHER_DAY = Meant(5.6, "same month and year of birth, another day")
_MONTH = Meant(0.2, "born in that month")
_YEAR = Meant(0.2, "born in that year")
_DAY = Meant(0.2, "same day and month of birth")
_AGE = Meant(0.5, "of that age")
_NEAR_AGE = Meant(2.5, "about that age")


def meant(birth: Birth, this_year: int) -> dict[str, Meant]:
    """Return each date, as ISO text, that may have been meant by one said in full or in part.

    Of a year alone nothing is returned: ``years`` is for that.
    """
    found: dict[str, Meant] = {}
    for date, how in _ways(birth, this_year):
        if date not in found or how.cost < found[date].cost:
            found[date] = how
    return found


def years(birth: Birth | None, age: int | None, this_year: int) -> dict[str, Meant]:
    """Return each year of birth that a year or an age may mean."""
    if birth is not None:
        return {str(birth.year): _YEAR}
    if age is None:
        return {}
    close = {this_year - age: _AGE, this_year - age - 1: _AGE}
    near = 1 if age < 20 else 1 + age // 12
    for off in range(1, near + 1):
        close.setdefault(this_year - age + off, _NEAR_AGE)
        close.setdefault(this_year - age - 1 - off, _NEAR_AGE)
    return {str(year): how for year, how in close.items()}


def _ways(birth: Birth, this_year: int) -> Iterator[tuple[str, Meant]]:
    year, month, day = birth.year, birth.month, birth.day
    if not month:
        return
    if not year:
        for one in range(FIRST_YEAR, this_year + 1):
            yield from _iso(one, month, day, _DAY)
            yield from _iso(one, day, month, SWAPPED)
        return
    if not day:
        if 1 <= month <= 12:
            from calendar import monthrange  # with the languages of the system: few ask for a month

            for one in range(1, monthrange(year, month)[1] + 1):
                yield from _iso(year, month, one, _MONTH)
        return
    yield from _iso(year, month, day, _SAME)
    yield from _iso(year, day, month, SWAPPED)
    written = f"{day:02}{month:02}{year:04}"
    for at in range(8):
        for digit in "0123456789":
            yield from _read(written[:at] + digit + written[at + 1 :], _DIGIT)
        if at < 7:
            turned = written[:at] + written[at + 1] + written[at] + written[at + 2 :]
            yield from _read(turned, _TURNED)
    for off in (-3, -2, -1, 1, 2, 3):
        yield from _iso(year, month, day + off, _NEAR)
    for one in range(max(FIRST_YEAR, year - 10), min(this_year, year + 10) + 1):
        yield from _iso(one, month, day, _OTHER_YEAR)
    for one in range(1, 32):
        yield from _iso(year, month, one, _OTHER_DAY)


def _read(written: str, how: Meant) -> Iterator[tuple[str, Meant]]:
    return _iso(int(written[4:]), int(written[2:4]), int(written[:2]), how)


def _iso(year: int, month: int, day: int, how: Meant) -> Iterator[tuple[str, Meant]]:
    if 1 <= month <= 12 and 1 <= day <= 31 and 1800 < year < 2200:  # no such day finds nobody
        yield f"{year:04}-{month:02}-{day:02}", how
