"""The look-up: one box of words, and who in the file may be meant, the likeliest first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from data.lookup import directory
from data.lookup.asked import read
from data.lookup.asking import ask
from data.lookup.birthdays import SWAPPED
from data.lookup.candidates import likeliest
from data.lookup.certainty import how_sure
from data.lookup.evidence import weigh
from data.lookup.found import Found, recorded

if TYPE_CHECKING:
    from data.lookup.evidence import Evidence
    from data.lookup.found import Recorded
    from data.store.driver import Connection

__all__ = ["Found", "search"]

LEAST: Final = 0.0
"""Bits below which more speaks against somebody than for them."""


def search(
    connection: Connection,
    words: str,
    born: date | None = None,
    *,
    limit: int = 50,
    today: date | None = None,
    outside: str = "",
) -> list[Found]:
    """Return who may be meant by what was typed, the likeliest first, each with why.

    ``born`` is a date of birth known apart from the words; ``outside`` the key of a case whose
    people are not meant. Whatever is typed, nothing is raised; nothing is found by nothing.
    """
    this_year = (today or date.today()).year
    asked = read(f"{words} {born.isoformat()}" if born else words, this_year)
    everybody = directory.how_many(connection)
    question, slots = ask(connection, asked, everybody, this_year)
    nos = likeliest(connection, slots)
    keys = list(directory.keys_of(connection, nos).values()) if nos else []
    keys = list(dict.fromkeys([*list(question.numbers)[:100], *keys]))
    meant = (one for one in recorded(connection, keys).values() if one.case_id != outside)
    weighed = [(weigh(question, one), one) for one in meant]
    weighed = [pair for pair in weighed if _says_something(pair[0])]
    weighed.sort(key=_place)
    return [_found(one, everybody, weighed, at) for at, one in enumerate(weighed[:limit])]


def _says_something(evidence: Evidence) -> bool:
    """Whether there is more than anybody would have; a date nearly right says little by itself."""
    if evidence.fits == 1 and not evidence.costs and (evidence.birth or 0.0) > SWAPPED.cost:
        return False
    return evidence.fits > 0 and evidence.bits >= LEAST


def _place(pair: tuple[Evidence, Recorded]) -> tuple[float, int, str, str]:
    evidence, person = pair
    return -round(evidence.bits, 1), -person.is_open, person.name, person.id


def _found(
    pair: tuple[Evidence, Recorded],
    everybody: int,
    weighed: list[tuple[Evidence, Recorded]],
    at: int,
) -> Found:
    evidence, person = pair
    others = [other.bits for other, _ in (weighed[:at] + weighed[at + 1 :])[:1]]
    ahead = evidence.bits - max(others, default=0.0)
    return Found.of(
        person,
        why="; ".join(evidence.why),
        score=round(evidence.bits, 1),
        how_sure=how_sure(evidence, everybody, ahead),
    )
