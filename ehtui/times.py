"""The time on the wall clock, as it was said: a string HH:MM, of no time zone."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"([0-9]{1,2})(?:[:. ]?([0-9]{2}))?(?:\s*([ap])\.?m?\.?)?")


class BadTime(ValueError):
    """The text is no time of day; the message is a plain sentence that says what to write."""


def read_time(text: str) -> str:
    """Return the time that `text` means as "15:45": 15:45, 3.45pm, 1545, 3 pm.

    An hour from 1 to 6 without am, pm or a leading nought is asked back: 3.45 on a school's
    notepaper is hardly ever the night. Raise BadTime for that and for what is no time.
    """
    match = _CLOCK.fullmatch(text.strip().lower())
    if match is None or not (match[2] or match[3]):
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
