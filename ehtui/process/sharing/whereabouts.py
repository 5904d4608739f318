"""Words that tell where the children are, or with whom: found inside what people wrote, too (S1).

Only what is recorded is known: a place or a person that stands in no field is not found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ehtui.process.sharing.restrictions import lives_unseen, unsafe_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.casefile import CaseFile
    from data.records.people import Person
    from ehtui.process.sharing.recipients import Recipient

    Tells = Callable[[str], bool]

SHORTEST: Final = 3
"""Letters: a shorter name is found in too many words."""
ANY_PLACE: Final = frozenset(
    "a an and at by in of on our the to via with academy building centre children's church clinic "
    "college community flat group high home hospital house infant infants junior meeting nursery "
    "office online phone place practice pre-school primary room school secondary service surgery "
    "team their video visit".split()
)
"""What is left of a place without these is its own name."""
_POSTCODE: Final = re.compile(r"\s*(\d[a-z]{2})$", re.IGNORECASE)


def tells_where(file: CaseFile, recipient: Recipient) -> Tells:
    """Return what says of a text whether it would tell the recipient where the children are.

    Nothing would, unless it is unsafe that the recipient knows.
    """
    unsafe = unsafe_reader(file, recipient)
    words = {word for word in _telling(file, unsafe) if len(word) >= SHORTEST} if unsafe else set()
    if not words:
        return lambda text: False
    longest_first = sorted(words, key=len, reverse=True)
    written = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.search(_plain(text)) is not None


def _telling(file: CaseFile, unsafe: Person) -> Iterator[str]:
    for one in file.people:
        if one.id == unsafe.id:
            continue
        yield _plain(one.email)
        yield _plain(one.postcode)
        yield _plain(_POSTCODE.sub(r"\1", one.postcode))
        for place in (one.school, one.gp, one.address):
            yield from _own_names(place)
        if lives_unseen(file, unsafe, one.id):
            yield _plain(one.given)
            yield _plain(one.known_as)
    for meeting in file.meetings:
        yield from _own_names(meeting.place)
    for talk in file.conversations:
        yield from _own_names(talk.place)
    for agency in file.agencies:  # "Housing" is no place
        yield from (name for name in _own_names(agency.name) if " " in name)


def _own_names(place: str) -> Iterator[str]:
    """Give the names in a place as written: "Hill" of Hill School, nothing of "at school"."""
    for part in _plain(place).split(","):
        words = part.split()
        while words and _is_any(words[-1]):
            words.pop()
        while words and _is_any(words[0]):
            words.pop(0)
        if any(word[0].isupper() for word in words):
            yield " ".join(words)


def _is_any(word: str) -> bool:
    return word.casefold() in ANY_PLACE or any(sign.isdigit() for sign in word)


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())
