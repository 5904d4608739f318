"""What a record's field carries besides its type: its words, its length and where its choices lie.

The form, the documents, the exports and the data dictionary are all made from this. Labels and
hints are templates: ``{plan}`` or ``{lead}`` is filled with the procedure's own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from sqlmodel import Field

if TYPE_CHECKING:
    from data.records.base import Record

Kind = Literal["line", "text", "date", "time", "yes_no", "number", "choice", "link", "blob"]

LINE_LENGTH = 200
TEXT_LENGTH = 50_000


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The words and limits of one field."""

    label: str
    """A template: what stands before the field on a form and in a document."""
    kind: Kind
    hint: str = ""
    """Plain words that help to fill it in; nothing essential stands only here."""
    choices: str = ""
    """``code:ethnicity`` a code list, ``procedure:closing_reasons`` a key of the procedure,
    ``people`` or ``children`` of the case, ``agencies``, ``members``, ``outcomes`` …"""
    past: bool = False
    """The date lies in the past (a birth, a call): a two-digit year is read that way."""
    after: str = ""
    """The field of the same record whose day this one cannot come before."""


def words_of(record: type[Record], field: str) -> FieldWords:
    """Return the words of one field. KeyError when the field is not one that people fill in."""
    return described(record)[field]


@cache
def described(record: type[Record]) -> dict[str, FieldWords]:
    """Return the fields of a record that people fill in, in the order they are declared."""
    found: dict[str, FieldWords] = {}
    for name, info in record.model_fields.items():
        extra = info.json_schema_extra
        if isinstance(extra, dict) and isinstance(words := extra.get("words"), FieldWords):
            found[name] = words
    return found


def _field(words: FieldWords, default: Any, **more: Any) -> Any:
    return Field(default=default, schema_extra={"json_schema_extra": {"words": words}}, **more)


def line(label: str, hint: str = "", *, choices: str = "", length: int = LINE_LENGTH) -> Any:
    """A field of one line; with ``choices`` these are offered, and other words still accepted."""
    return _field(FieldWords(label, "line", hint, choices), "", max_length=length)


def text(label: str, hint: str = "") -> Any:
    """A field of as many lines as needed."""
    return _field(FieldWords(label, "text", hint), "", max_length=TEXT_LENGTH)


def choice(label: str, choices: str, hint: str = "", *, default: str = "") -> Any:
    """A field whose value is one key of a list; the empty text means "not asked yet"."""
    return _field(FieldWords(label, "choice", hint, choices), default, max_length=LINE_LENGTH)


def link(label: str, choices: str, target: str, hint: str = "", **more: Any) -> Any:
    """A field that names another row of the same case."""
    more.setdefault("foreign_key", f"{target}.id")
    return _field(FieldWords(label, "link", hint, choices), None, **more)


def day(label: str, hint: str = "", *, past: bool = False, after: str = "") -> Any:
    """A date as said; stored as ISO text."""
    return _field(FieldWords(label, "date", hint, past=past, after=after), None)


def clock_time(label: str, hint: str = "") -> Any:
    """A wall-clock time as said, HH:MM."""
    return _field(FieldWords(label, "time", hint), "", max_length=5)


def yes_no(label: str, hint: str = "") -> Any:
    """Yes, no, or not asked yet (None)."""
    return _field(FieldWords(label, "yes_no", hint), None)


def number(label: str, hint: str = "", *, ge: int | None = None, le: int | None = None) -> Any:
    """A whole number."""
    return _field(FieldWords(label, "number", hint), None, ge=ge, le=le)


def blob(label: str) -> Any:
    """The bytes of an attached file."""
    return _field(FieldWords(label, "blob"), None)
