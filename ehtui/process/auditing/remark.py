"""One thing that somebody who audits a case would ask about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from ehtui.process.facts import Facts

    Rule = Callable[[Facts, date], Iterator["Remark"]]
    """Looks at a case on one day and gives what is wrong in it by then."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong, and the facts that say so: for screens and lists, never for logs."""

    what: str
    """The rule's key: it stays the same, so that other programs may count on it."""
    why: str
    """A plain sentence with the facts."""
    person: str = ""
    """Whom it is about, as they are called; empty where it is the whole family."""
    since: date | None = None
    """Since when it is so, where a day is known."""
    section: str = "overview"
    """The section of the case where it is mended."""
    record: str = ""
    """The record to open there."""


def sentence(text: str) -> str:
    """Return a text that begins like a sentence: whoever it begins with may be only "mum"."""
    return f"{text[:1].upper()}{text[1:]}"
