"""Text as typed, to and from the value of a record's field.

A change set, a draft, an import and a form all hold text; a record holds values. This is the only
place where one becomes the other.
"""

from __future__ import annotations

import base64
import types
import typing
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from data.records.fields import LINE_LENGTH, TEXT_LENGTH, FieldWords, described
from ehtui.dates import read_date, read_time, show_date
from ehtui.plaintext import clean, one_line

if TYPE_CHECKING:
    from data.records.base import Record

YES = frozenset({"yes", "y", "true", "1"})
NO = frozenset({"no", "n", "false", "0"})


class BadEntry(ValueError):
    """What was typed cannot be kept as it is; the message says in plain words what to do."""


def read_entry(record: type[Record], field: str, text: str, today: date) -> Any:
    """Return the value that the typed text means for this field.

    Raises BadEntry with a sentence that says what to do.
    """
    words = described(record).get(field)
    if words is None:
        return _read_own(record, field, text)
    if words.kind in ("line", "choice"):
        return _short_enough(one_line(clean(text)).strip(), _limit(record, field, LINE_LENGTH))
    if words.kind == "text":
        return _short_enough(clean(text).strip("\n"), TEXT_LENGTH)
    text = one_line(clean(text)).strip()
    if words.kind == "time":
        return _read_time(text)
    if not text:
        return None
    return _READERS[words.kind](text, words, today)


def write_entry(value: Any) -> str:
    """Return the text that `read_entry` reads back as the same value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return str(value)


def _read_time(text: str) -> str:
    try:
        return read_time(text) if text else ""
    except ValueError as wrong:
        raise BadEntry(str(wrong)) from None


def _read_day(text: str, words: FieldWords, today: date) -> date:
    try:
        day = read_date(text, today, past=words.past)
    except ValueError as wrong:
        raise BadEntry(str(wrong)) from None
    if words.past and day > today:
        raise BadEntry(f"{show_date(day)} has not come yet. Give a day up to today.")
    return day


def _read_yes_no(text: str, _words: FieldWords, _today: date) -> bool:
    if text.casefold() in YES:
        return True
    if text.casefold() in NO:
        return False
    raise BadEntry("Say yes or no, or leave it empty.")


def _read_number(text: str, _words: FieldWords, _today: date) -> int:
    try:
        return int(text)
    except ValueError:
        raise BadEntry("This needs a whole number, such as 4.") from None


def _read_link(text: str, _words: FieldWords, _today: date) -> str:
    return text


def _read_blob(text: str, _words: FieldWords, _today: date) -> bytes:
    return base64.b64decode(text)


_READERS = {
    "date": _read_day,
    "yes_no": _read_yes_no,
    "number": _read_number,
    "link": _read_link,
    "blob": _read_blob,
}


def _short_enough(text: str, limit: int) -> str:
    if len(text) > limit:
        raise BadEntry(
            f"This holds {limit:,} characters; {len(text):,} are there. "
            "Please shorten it, or move part of it to a note."
        )
    return text


def _limit(record: type[Record], field: str, otherwise: int) -> int:
    for rule in record.model_fields[field].metadata:
        if (found := getattr(rule, "max_length", None)) is not None:
            return int(found)
    return otherwise


def _read_own(record: type[Record], field: str, text: str) -> Any:
    """Read a field that the program itself fills in, by its type."""
    kinds = _kinds(record, field)
    if int in kinds:
        return int(text)
    return None if not text and type(None) in kinds else text


@cache
def _kinds(record: type[Record], field: str) -> tuple[type, ...]:
    hint = typing.get_type_hints(record)[field]
    return typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
