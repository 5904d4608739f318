"""Who is in the file, or higher up in the sheet, already; and who only looks like it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from data.lookup.folding import fold
from data.lookup.found import LIKELY, VERY_LIKELY
from data.lookup.measure import steps
from data.lookup.search import search
from ehtui.importing.families import belongs_to, plain_postcode
from ehtui.importing.headings import FIELDS, HOUSEHOLD, NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from data.store.driver import Connection

COMPARED: Final = tuple(one for one in FIELDS if one not in (NAME, HOUSEHOLD))
"""The columns of a person that an import can fill, besides what is worked out from them."""
_COMPARED: Final = frozenset(COMPARED)
NOBODY: Final = 0
"""The number of no row."""
ONE_IN: Final = 3
"""One letter in so many may differ where one name is written differently."""


Pair = tuple[str, str]


class Person(NamedTuple):
    """Somebody, as far as it tells them from others."""

    given: str
    """Folded, as the family name is."""
    family: str
    born: str
    number: str
    values: Mapping[str, Any]
    everything: object
    """Names and birthday; where one is missing, everything there is."""
    named: Pair | None
    given_born: Pair | None
    """The first given name, and when they were born."""
    family_born: Pair | None


class Seen(NamedTuple):
    """Somebody who was met before: a row of the sheet, or a person of a family's record."""

    where: str
    """"row 7", or "K7M-4QX" for somebody in the record of that reference."""
    person: Person
    household: object
    """What the rows of one family have in common, for those of the sheet; else the case."""
    in_sheet: bool

    def differs(self, person: Person) -> list[str]:
        """Return the fields of a row that say something else than is known."""
        known = self.person.values
        return [
            name
            for name, value in person.values.items()
            if name in _COMPARED and _plain(value) != _plain(known.get(name))
        ]


class Alike(NamedTuple):
    """Somebody who may be the same, and why."""

    where: str
    why: str


class Known:
    """Everybody met so far, by what tells one person from another."""

    def __init__(self) -> None:
        self._numbered: dict[str, Seen] = {}
        self._whole: defaultdict[object, list[Seen]] = defaultdict(list)
        self._named: dict[Pair | None, Seen] = {}
        self._undated: dict[Pair | None, Seen] = {}
        self._given_born: dict[Pair | None, Seen] = {}
        self._family_born: dict[Pair | None, Seen] = {}
        self._folded: dict[str, str] = {"": ""}
        self.homes: dict[object, str] = {}
        """The references of families in the file, by what their rows have in common."""

    def person(self, values: Mapping[str, Any]) -> Person:
        """Return what tells somebody from others."""
        given, family = self._fold(values.get("given", "")), self._fold(values.get("family", ""))
        born = str(values.get("born") or "")
        everything: object = (given, family, born)
        if not (given and family and born):
            everything = frozenset(
                (name, _plain(value))
                for name, value in values.items()
                if value and name in _COMPARED
            )
        return Person(
            *(given, family, born, (values.get("external_id") or "").upper(), values, everything),
            named=(given, family) if given and family else None,
            given_born=(given.partition(" ")[0], born) if given and born else None,
            family_born=(family, born) if family and born else None,
        )

    def same(self, person: Person) -> Seen | None:
        """Return who this is again: of the same number, else of the same names, day and postcode.

        Both together may also say that it is somebody else: people with two numbers, or with the
        number of a house or a family, are several.
        """
        number = person.number
        if number and (seen := self._numbered.get(number)):
            far = _far_apart(person.given, seen.person.given)
            if not far or not (seen.in_sheet or seen.person.born != person.born):
                return seen
        for seen in self._whole.get(person.everything, ()):
            if (not number or seen.person.number in ("", number)) and _again(person, seen):
                return seen
        return None

    def alike(self, person: Person, household: object) -> Alike | None:
        """Return somebody of another family who may be the same person."""
        if seen := self._numbered.get(person.number):
            return Alike(seen.where, "same number in another system")
        others = self._undated if person.born else self._named
        if seen := others.get(person.named):
            return Alike(seen.where, "same names, and one of them without a date of birth")
        if seen := self._given_born.get(person.given_born):
            return Alike(seen.where, "same given name and date of birth")
        # Twins of one household are no look-alikes; one given name and birthday there is.
        seen = self._family_born.get(person.family_born)
        if seen and seen.household != household:
            return Alike(seen.where, "same family name and date of birth")
        return None

    def add(self, person: Person, where: str, household: object, *, in_sheet: bool = True) -> None:
        """Remember somebody."""
        seen = Seen(where, person, household, in_sheet)
        self._whole[person.everything].append(seen)
        if person.number:
            self._numbered.setdefault(person.number, seen)
        if person.named:
            self._named.setdefault(person.named, seen)
            if not person.born:
                self._undated.setdefault(person.named, seen)
        if person.given_born:
            self._given_born.setdefault(person.given_born, seen)
        if person.family_born:
            self._family_born.setdefault(person.family_born, seen)

    def _fold(self, name: str) -> str:
        if (folded := self._folded.get(name)) is None:
            folded = self._folded[name] = fold(name)
        return folded


def _again(person: Person, seen: Seen) -> bool:
    """Whether a row says of somebody of one name and birthday what is known, or enough of it.

    A record may have come to say more since the row was imported.
    """
    postcode, known = person.values.get("postcode", ""), seen.person.values
    if postcode and plain_postcode(postcode) == plain_postcode(known.get("postcode", "")):
        return True
    if seen.differs(person):
        return False
    return not seen.in_sheet or all(
        person.values.get(name) for name, value in known.items() if value and name in _COMPARED
    )


def _plain(value: Any) -> str:
    """Return a value as it is compared: signs, accents, capitals and spaces are no difference."""
    return fold(str(value)).replace(" ", "") if value else ""


def _far_apart(one: str, other: str) -> bool:
    """Return whether two folded given names are not one name written or shortened differently."""
    if not one or not other or one.startswith(other) or other.startswith(one):
        return False
    return steps(one, other) * ONE_IN > max(len(one), len(other))


def known_in(connection: Connection) -> Known:
    """Return everybody in the file."""
    known = Known()
    for where, case_id, values in _recorded(connection):
        known.add(known.person(values), where, case_id, in_sheet=False)
        known.homes.setdefault(belongs_to(NOBODY, values), where)
    return known


def heard(connection: Connection, values: Mapping[str, Any], today: date) -> Alike | None:
    """Return somebody in the file whose name sounds like this one's, if that is likely the same.

    Why is said without the names: what an import prints holds nobody's.
    """
    name = f"{values.get('given', '')} {values.get('family', '')}"
    born = values.get("born")
    if not name.strip() or not born:
        return None
    for one in search(connection, name, born, limit=1, today=today):
        if one.how_sure in (VERY_LIKELY, LIKELY):
            return Alike(one.reference, f"{one.how_sure}, as the look-up hears the name")
    return None


def _recorded(connection: Connection) -> Iterator[tuple[str, str, dict[str, Any]]]:
    columns = ", ".join(f"people.{name}" for name in COMPARED)
    rows: Iterable[Any] = connection.execute(
        f"SELECT reference, case_id, {columns} FROM people JOIN cases ON cases.id = case_id"
    )
    for reference, case_id, *kept in rows:
        yield reference, case_id, dict(zip(COMPARED, kept, strict=True))
