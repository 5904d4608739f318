"""The consent ledger read as a whole: which entries count, and what each person last said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from ehtui.process.consent.capacity import decides_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.casefile import CaseFile
    from data.records.consent import Consent, ConsentScope
    from data.records.people import Person

Part = Literal["start", "store", "share"]
PARTS: tuple[Part, ...] = ("start", "store", "share")
AGAINST = ("no", "withdrawn")


@dataclass(frozen=True, slots=True)
class Voice:
    """What one person last said to one part of the consent."""

    person: Person
    answer: str
    entry: Consent

    @property
    def agrees(self) -> bool:
        """Whether they said yes."""
        return self.answer == "yes"

    @property
    def against(self) -> bool:
        """Whether they said no, or took their yes back; "heard" is neither."""
        return self.answer in AGAINST


def in_force(file: CaseFile) -> list[Consent]:
    """Return the entries that nothing corrects, by the day of asking, newest last.

    A correction stands where the entry stood that it corrects: putting a word right must not make
    an old yes newer than a later no. An undated entry stands with the one entered before it.
    """
    by_id = {one.id: one for one in file.consents}
    replaced = {one.replaces_id for one in file.consents}
    place = {one.id: number for number, one in enumerate(file.consents)}
    day = date.min
    placed = []
    for one in file.consents:
        day = one.on or day
        if one.id not in replaced:
            first = _first(one, by_id)
            placed.append(((one.on or first.on or day, place[first.id]), one))
    return [one for _, one in sorted(placed, key=lambda pair: pair[0])]


def voices(file: CaseFile, part: Part, person: Person) -> list[Voice]:
    """Return the last answer of everybody whose word counts for this person.

    A no after a yes takes the yes back, however it was written down.
    """
    return _last_said(file, in_force(file), part, person)


def _last_said(
    file: CaseFile, entries: Iterable[Consent], part: Part, person: Person
) -> list[Voice]:
    latest: dict[str, Voice] = {}
    agreed = set()
    for entry in entries:
        speaker = file.person(entry.by_id)
        answer = getattr(entry, part)
        if speaker and answer and decides_for(file, entry, person):
            if answer == "yes":
                agreed.add(speaker.id)
            elif answer == "no" and speaker.id in agreed:
                answer = "withdrawn"
            latest[speaker.id] = Voice(speaker, answer, entry)
    return list(latest.values())


def family_voices(file: CaseFile, part: Part) -> list[Voice]:
    """Return one voice a person for the whole family, over all its children.

    Yes for one child is a yes to the family's plan. What a child says for themselves takes out what
    is theirs, not the plan (S7), and stores or shares nothing of anybody else.
    """
    found: dict[str, Voice] = {}
    entries = in_force(file)
    for child in file.children:
        for voice in _last_said(file, entries, part, child):
            counts = speaks_for_family(file, voice.person, child)
            counts = counts or (part == "start" and voice.agrees)
            known = found.get(voice.person.id)
            if counts and (known is None or _rank(voice) > _rank(known)):
                found[voice.person.id] = voice
    return list(found.values())


def speaks_for_family(file: CaseFile, speaker: Person, child: Person) -> bool:
    """Whether what somebody says for a child is the family's word too.

    A child's word about themselves isn't, but where no other child is in the family.
    """
    return speaker.id != child.id or len(file.children) == 1


def scopes_of(file: CaseFile, entry: Consent) -> list[ConsentScope]:
    """Return the services that an entry names, in or out."""
    return [one for one in file.consent_scopes if one.consent_id == entry.id]


def settled(file: CaseFile, agreeing: Iterable[Voice], against: Iterable[Voice]) -> bool:
    """Whether a conflict is decided: written with a yes, and entered after each no (S1).

    Source: Newcastle 8.3 (whose consent is asked has to be thought about).
    """
    entered = {one.id: number for number, one in enumerate(file.consents)}
    decided = [entered[one.entry.id] for one in agreeing if one.entry.conflict]
    return bool(decided) and all(max(decided) > entered[one.entry.id] for one in against)


def _rank(voice: Voice) -> int:
    return 2 if voice.agrees else 1 if voice.against else 0


def _first(entry: Consent, by_id: dict[str, Consent]) -> Consent:
    """The entry that a chain of corrections began with."""
    seen = {entry.id}
    while (older := by_id.get(entry.replaces_id or "")) and older.id not in seen:
        entry = older
        seen.add(entry.id)
    return entry
