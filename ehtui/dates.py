"""Dates and times come in as people write them and go out unmistakable; between, they are ISO.

A time is the wall clock's, as it was said: a string HH:MM, of no time zone. Own code, because the
parsers at hand guess: they fill in missing parts, swap day and month when the month comes out too
large, and pass over a wrong weekday without a word.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
HOW_TO: Final = "Write a date such as 3/2/26, 3 Feb, today, fri or +6w."
HOW_TO_PAST: Final = "Write a date such as 3/2/26, 3 Feb, today, fri or -2d."

# Own words rather than strftime's: those change with the machine's language.
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
NEAR_DAYS: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}

# Text, made into patterns when a date is read: a look-up by command only shows dates.
_OFFSET = r"([+-])\s*([0-9]{1,4})\s*(d|days?|w|weeks?)"
_YEAR_FIRST = r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})"
_DAY_FIRST = r"([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2})(?:\s*[-/. ]\s*([0-9]{2,4}))?\.?"
_MONTH_NAMED = r"([0-9]{1,2})(?:st|nd|rd|th)?[\s.-]*(?:of\s+)?([a-z]{3,9})[\s.,-]*([0-9]{2,4})?"
_MONTH_THEN_DAY = r"([a-z]{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?(?:[\s,]+([0-9]{4}))?"
_WEEKDAY_THEN_REST = r"([a-z]{3,9})[\s.,]+(.*[0-9].*)"
_CLOCK = r"([0-9]{1,2})(?:[:. ]?([0-9]{2}))?(?:\s*([ap])\.?m?\.?)?"


class BadDate(ValueError):
    """The text is no date; the message is a plain sentence that says what to write."""


class BadTime(ValueError):
    """The text is no time of day; the message is a plain sentence that says what to write."""


def read_date(text: str, today: date, *, past: bool = False) -> date:
    """Return the date that `text` means to somebody writing on `today`, day before month.

    A year left out or cut to two digits is the one nearest to today; for what is `past`, a birth
    or an event, it is the latest that puts the day not after today (with two digits: not more
    than a year after; whoever asked for the past must refuse that). A weekday alone is the coming
    one, or the latest for what is past, today included; "last fri" always lies before today.
    Raise BadDate for anything else; its message names days, never the words that were typed.
    """
    words = " ".join(text.lower().split())
    words = re.sub(r"\bweds\b", "wed", words)  # the one short form that is no beginning
    if words in NEAR_DAYS:
        return _shift(today, NEAR_DAYS[words])
    if offset := re.fullmatch(_OFFSET, words):
        sign, count, unit = offset.groups()
        return _shift(today, int(sign + count) * (7 if unit.startswith("w") else 1))
    if (named := _read_weekday(words, today, past)) is not None:
        return named
    weekday = None
    if (dated := re.fullmatch(_WEEKDAY_THEN_REST, words)) and _is_name(dated[1], WEEKDAYS):
        weekday, words = _index(dated[1], WEEKDAYS), dated[2]
    day = _read_calendar(words, today, past)
    if weekday is not None and day.weekday() != weekday:
        raise BadDate(
            f"{_plain(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}. "
            "Put right whichever is wrong, or add the year."
        )
    return day


def read_time(text: str) -> str:
    """Return the time that `text` means as "15:45": 15:45, 3.45pm, 1545, 3 pm, and 10 for 10:00.

    An hour from 1 to 6 without am, pm or a leading nought is asked back: 3.45 on a school's
    notepaper is hardly ever the night. Raise BadTime for that and for what is no time.
    """
    match = re.fullmatch(_CLOCK, text.strip().lower())
    if match is None:
        raise BadTime("Write a time such as 15:45 or 3.45pm.")
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if minute > 59:
        raise BadTime("An hour has 60 minutes: write a time such as 15:45.")
    if half is None and len(match[1]) == 1 and 1 <= hour <= 6:
        raise BadTime(
            f"Is that {hour:02}:{minute:02} or {hour + 12}:{minute:02}? Write am or pm behind it."
        )
    if half is not None:
        if not 1 <= hour <= 12:
            raise BadTime("With am or pm the hour runs from 1 to 12.")
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        raise BadTime("The last hour of a day is 23: write a time such as 15:45.")
    return f"{hour:02}:{minute:02}"


def show_date(day: date) -> str:
    """Return the date as every screen and document shows it: "Tue 3 Feb 2026"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {_plain(day)}"


def show_short(day: date, beside: date | None = None) -> str:
    """Return "3 Feb 2026", or "3 Feb" where it stands beside a date of the same year."""
    plain = _plain(day)
    return plain.rsplit(" ", 1)[0] if beside is not None and beside.year == day.year else plain


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on `day`; negative before the birth.

    Somebody born on 29 Feb becomes a year older on 1 March where there is no 29 Feb.
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def in_words(days: int) -> str:
    """Return a number of days, whichever way they run, as "16 days" or "1 day"."""
    return "1 day" if abs(days) == 1 else f"{abs(days)} days"


def _read_weekday(words: str, today: date, past: bool) -> date | None:
    which, _, name = words.rpartition(" ")
    if which not in ("", "this", "last", "next") or not _is_name(name, WEEKDAYS):
        return None
    ahead = (_index(name, WEEKDAYS) - today.weekday()) % 7
    coming = _shift(today, ahead)
    if which == "next":
        # Half of Britain means the coming one, the other half the one after it.
        raise BadDate(
            f"“Next” can mean {show_date(coming)} or {show_date(_shift(coming, 7))}. "
            "Write the date, or the weekday alone for the coming one."
        )
    back = which == "last" or (which == "" and past and ahead > 0)
    return _shift(coming, -7) if back else coming


def _read_calendar(words: str, today: date, past: bool) -> date:
    """Return the date of a day, a month and perhaps a year."""
    if match := re.fullmatch(_YEAR_FIRST, words):
        year_text, month_text, day_text = match.groups()
    elif (match := re.fullmatch(_DAY_FIRST, words)) or (match := re.fullmatch(_MONTH_NAMED, words)):
        day_text, month_text, year_text = match.groups()
    elif match := re.fullmatch(_MONTH_THEN_DAY, words):
        month_text, day_text, year_text = match.groups()
    elif _is_name(words.split(" ")[0], MONTHS):
        raise BadDate("Give the day as well. If it isn't known, write the 15th and say so.")
    else:
        raise BadDate(_how_to(words, past))
    month, day = _month(month_text, past), int(day_text)
    return _checked(_year(year_text, month, day, today, past), month, day)


def _month(text: str, past: bool) -> int:
    if text.isdigit():
        if not 1 <= int(text) <= 12:
            raise BadDate(f"There is no month {int(text)}. The day comes first: 3/2/26 is 3 Feb.")
        return int(text)
    if not _is_name(text, MONTHS):
        raise BadDate(_how_to(text, past))
    return _index(text, MONTHS) + 1


def _how_to(words: str, past: bool) -> str:
    """Say what to write, and first which day or month a mistyped word comes near to."""
    from difflib import get_close_matches  # a look-up needs none

    how_to = HOW_TO_PAST if past else HOW_TO
    known = {name.lower(): name for name in (*NEAR_DAYS, *WEEKDAYS, *MONTHS)}
    for word in re.findall(r"[a-z]{4,12}", words)[:4]:
        for near in get_close_matches(word, known, 1, cutoff=0.75):
            if near != word:
                return f"Did you mean {known[near]}? {how_to}"
    return how_to


def _year(text: str | None, month: int, day: int, today: date, past: bool) -> int:
    """Return the year as written, or the one meant if it was left out or cut short."""
    if text and len(text) > 2:
        return int(text)
    step = 100 if text else 1
    middle = today.year - today.year % 100 + int(text) if text else today.year
    years = (middle - step, middle, middle + step)
    # 29 Feb is placed by its month: the mistake is then told for the year that was meant.
    gaps = {year: (_clamped(year, month, day) - today).days for year in years}
    if past:
        # A birth "next month" is a slip for the form to tell, not a birth 99 years ago.
        slip = 366 if text else 0
        return max(year for year in years if gaps[year] <= slip)
    return min(years, key=lambda year: (abs(gaps[year]), -gaps[year]))


def _days_in(year: int, month: int) -> int:
    from calendar import monthrange  # with the languages of the system: a look-up needs neither

    return monthrange(year, month)[1]


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, max(1, min(day, _days_in(year, month))))


def _checked(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadDate(f"The year must lie between {FIRST_YEAR} and {LAST_YEAR}.")
    length = _days_in(year, month)
    if not 1 <= day <= length:
        raise BadDate(
            f"{day} {MONTHS[month - 1][:3]} is not in the calendar: "
            f"{MONTHS[month - 1]} {year} has {length} days."
        )
    return date(year, month, day)


def _shift(day: date, days: int) -> date:
    moved = day + timedelta(days)
    return _checked(moved.year, moved.month, moved.day)


def _is_name(text: str, names: tuple[str, ...]) -> bool:
    """Tell whether `text` is one of the names, or its first three letters or more."""
    return len(text) >= 3 and any(name.lower().startswith(text) for name in names)


def _index(text: str, names: tuple[str, ...]) -> int:
    return next(at for at, name in enumerate(names) if name.lower().startswith(text))


def _plain(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
