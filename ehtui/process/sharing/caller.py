"""What may be said on the phone, once it is recorded who is calling (S4, S5).

Parental responsibility is no pass, and a closed plan is not described. Source: Newcastle 9.2, 9.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.codes.lists import codes
from data.lookup.features import EVERYWHERE
from data.lookup.folding import fold
from data.procedures.words import fill
from ehtui.dates import show_date, show_short
from ehtui.process.course.stages import is_open, stage_of
from ehtui.process.sharing.may_go import EVERYTHING, may_go
from ehtui.process.sharing.recipients import Recipient
from ehtui.process.sharing.restrictions import kept_back

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.people import Agency, Person

IDENTIFIED = ("rang_back", "reached", "known", "in_person")
"""Ways of checking who is on the line after which something may be said, whoever rang whom."""
SMALL_WORDS = EVERYWHERE | frozenset(
    "a an at from team service services council city county nhs hospital surgery practice health "
    "centre center clinic hub trust family".split()
)
"""Words that many services have in their names, and that tell none of them apart."""


def standing(file: CaseFile, procedure: Procedure) -> Iterator[str]:
    """Give where the case stands: open or not, its stage, who leads and how to reach them."""
    if file.case.continued_in:
        yield "Another record carries this family on: look there."
        return
    if not is_open(file):
        yield fill(
            "The plan is closed. It is not described to callers: name the {eht}.", procedure.words
        )
        return
    started = file.case.plan_started
    stage = fill(stage_of(file, procedure).title, procedure.words)
    yield (
        f"Open plan since {show_short(started)}. {stage}." if started else f"No plan yet. {stage}."
    )
    lead = file.lead
    if lead is None or not lead.name:
        yield fill("No {lead} is recorded.", procedure.words)
    else:
        role = " ".join(part for part in (lead.role, lead.agency) if part)
        yield fill("{Lead}: ", procedure.words) + ", ".join(
            filter(None, (lead.name, role, lead.phone))
        )


def may_be_told(
    file: CaseFile, agency: str, who: str, *, shown: CaseFile | None = None
) -> Iterator[str]:
    """Give, in sentences, what may be told to a caller, from the words they were written down with.

    ``agency`` is the service as the caller named it, ``who`` the caller; ``shown`` the same file
    with its names as they may be read, where that differs. Of a closed plan nobody is told
    anything. Source: Newcastle 9.2.
    """
    if not is_open(file):
        return
    read = shown or file
    services = {one.id for one in file.agencies if _alike(one.name, agency)}
    people = {one.id for one in file.people if _is_called(one, who)}
    for service in read.agencies:
        if service.id in services:
            yield from _service_told(read, service)
    for person in read.people:
        if person.id in people:
            yield _person_told(read, person)
    if not services and not people:
        unclear = {one.id for one in file.agencies if _perhaps(one.name, agency)}
        if named := [one.name for one in read.agencies if one.id in unclear]:
            yield f"Ask which one it is. Named are {', '.join(named)}; no other of that kind is."
            return
        if agency or who:
            yield f"“{agency or who}” is named in no consent: hear them, tell them nothing."
        else:
            yield "Write down who is calling and from where: then it says what they may be told."


def warnings(file: CaseFile) -> Iterator[str]:
    """Give whom it is unsafe to contact or inform: nothing of where anybody is may be said (S1)."""
    for person in file.people:
        if person.unsafe:
            yield f"{person.called} is unsafe to inform: no address, school, time or place."


def kept_from(file: CaseFile, recipient: Recipient) -> str:
    """Return what is kept from somebody, for whoever answers and never for them; empty if nothing.

    People who are kept back are named; statements and other things are only counted.
    """
    kept = {one.record_id for one in kept_back(file, recipient)}
    people = [person.called for person in file.people if person.id in kept]
    things = len(kept) - len(people)
    if not kept:
        return ""
    said = [
        *people,
        *([f"{things} thing{'s' if things > 1 else ''} said or written"] * (things > 0)),
    ]
    return f"Not all of it, and not that something is kept back: {', '.join(said)}. See the record."


def last_contact(file: CaseFile) -> date | None:
    """Return the day of the latest contact with or about the family, None before any."""
    days = [
        *(one.on for one in file.notes),
        *(one.on for one in file.calls),
        *(one.on for one in file.conversations),
        *(one.on for one in file.held_meetings),
    ]
    return max((day for day in days if day), default=None)


def next_meeting(file: CaseFile, today: date) -> str:
    """Return when the next meeting is that is set, as people read it; empty where none is."""
    coming = [
        (one.on, one.at) for one in file.meetings if one.on and one.on >= today and not one.held
    ]
    if held := file.held_meetings:
        coming += [(day, held[-1].next_at) for day in [held[-1].next_on] if day and day >= today]
    on, at = min(coming, default=(None, ""))
    return f"{show_date(on)} {at}".strip() if on else ""


def _service_told(file: CaseFile, service: Agency) -> Iterator[str]:
    recipient = Recipient.agency(service, service.name)
    everything = may_go(file, recipient)
    subjects = [
        one.words.lower()
        for one in codes("subject")
        if one.code != EVERYTHING and may_go(file, recipient, None, one.code)
    ]
    if everything:
        yield f"To {service.name}: what the plan holds."
    elif subjects:
        yield f"To {service.name}: {', '.join(subjects)}; nothing else."
    else:
        yield f"To {service.name}: nothing. {everything.why}"
    for scope in file.consent_scopes:
        if scope.agency_id == service.id and scope.included and scope.note and subjects:
            yield f"  as agreed: {scope.note}"
    if kept := kept_from(file, recipient):
        yield f"  {kept}"


def _person_told(file: CaseFile, person: Person) -> str:
    verdict = may_go(file, Recipient.person(person))
    if not verdict:
        return f"To {person.called}: nothing. {verdict.why}"
    kept = kept_from(file, Recipient.person(person))
    return f"To {person.called}: {verdict.why}{f' {kept}' if kept else ''}"


def _alike(name: str, said: str) -> bool:
    """Whether a service could be the one that was said: they share a word that tells them apart."""
    return bool((set(fold(name).split()) & set(fold(said).split())) - SMALL_WORDS)


def _perhaps(name: str, said: str) -> bool:
    """Whether they share only a word that many services have: it is one of its kind."""
    shared = set(fold(name).split()) & set(fold(said).split())
    return bool(shared) and not _alike(name, said)


def _is_called(person: Person, said: str) -> bool:
    names = set(fold(f"{person.given} {person.known_as} {person.in_family}").split())
    return bool(names & set(fold(said).split()) - SMALL_WORDS)
