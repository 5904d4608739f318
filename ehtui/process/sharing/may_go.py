"""Whether something may go to somebody: service by service, subject by subject (S5).

Yes if somebody with a say for the child names the service and nobody with a say rules it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.codes.lists import words
from ehtui.process.consent.allowed import may_share, may_start, may_store, stopped
from ehtui.process.consent.capacity import decides_for
from ehtui.process.consent.ledger import in_force, scopes_of, speaks_for_family, voices
from ehtui.process.sharing.recipients import same_service
from ehtui.process.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from data.casefile import CaseFile
    from data.records.consent import Consent, ConsentScope
    from data.records.people import Agency, Person
    from ehtui.process.sharing.recipients import Recipient

EVERYTHING = "everything"
ON_PAPER = ("paper", "on paper", "paper only", "on paper only")
"""How a yes to storing is written down that does not reach a log kept by computer."""


def may_go(
    file: CaseFile, recipient: Recipient, about_id: str | None = None, subject: str = EVERYTHING
) -> Verdict:
    """Whether what is about a person (None: the family) and a subject may go to a recipient.

    It does not know single records: for these ask `seeing.seen_by`. The notice of a withdrawal and
    the closing review after it don't ask here. Source: Newcastle 8.1.
    """
    return goes(file, recipient, about_id, (subject,))


def goes(
    file: CaseFile, recipient: Recipient, about_id: str | None, subjects: Collection[str]
) -> Verdict:
    """Whether something that lies under any of these subjects may go to a recipient.

    Without a subject it is only who and when: that goes to whoever gets anything at all.
    """
    if recipient.kind == "own_agency":
        return Verdict(True, "Your own agency's record waits for nobody.")
    if recipient.for_safety:
        return Verdict(True, "A child's safety waits for no consent.")
    if halt := stopped(file):
        return Verdict(False, halt.why)
    if recipient.kind == "person":
        return _to_family(file, recipient)
    if recipient.kind == "outsider":
        return Verdict(False, f"No consent can name {recipient.name}: give their service first.")
    start = may_start(file, about_id)
    if not start:
        return start
    if recipient.kind == "central_log":
        return _to_log(file, about_id)
    limit = within(recipient, subjects)
    if not limit:
        return limit
    share = may_share(file, about_id)
    return _to_service(file, recipient, about_id, subjects) if share else share


def within(recipient: Recipient, subjects: Collection[str]) -> Verdict:
    """Whether something under these subjects is what a recipient is there for."""
    if recipient.only in ("", EVERYTHING, *subjects) or not subjects:
        return Verdict(True, "Nothing stands against it.")
    what = words("subject", recipient.only).lower()
    return Verdict(False, f"{recipient.name} is there for {what} only.")


def ruled_out(file: CaseFile, agency: Agency) -> bool:
    """Whether somebody with a say wants a service to have nothing at all."""
    return any(
        _stance(file, entries, agency, "") is False
        for about in file.people
        for entries in _entries(file, about).values()
    )


def _to_family(file: CaseFile, recipient: Recipient) -> Verdict:
    person = file.person(recipient.id)
    if person is None:
        return Verdict(False, f"{recipient.name} is not among the people of this family.")
    if person.unsafe:
        return Verdict(False, f"{person.called} is unsafe to inform.")
    return Verdict(True, "The plan is the family's own.")


def _to_log(file: CaseFile, about_id: str | None) -> Verdict:
    store = may_store(file, about_id)
    if not store:
        return store
    for about in _about(file, about_id):
        for voice in voices(file, "store", about):
            if voice.agrees and voice.entry.stored_how.strip(" .").casefold() in ON_PAPER:
                return Verdict(False, f"{voice.person.called} said yes to storing on paper only.")
    for team in file.agencies:
        if team.kind == "early_help_team" and (by := _barring(file, team, about_id, ("",))):
            return Verdict(False, f"{by.called} does not want {team.name} to have it.")
    return store


def _to_service(
    file: CaseFile, recipient: Recipient, about_id: str | None, subjects: Collection[str]
) -> Verdict:
    agency = file.agency(recipient.id)
    if agency is None:
        return Verdict(False, f"{recipient.name} is not among the services of this case.")
    asked = tuple(subjects) or ("",)
    if by := _barring(file, agency, about_id, asked):
        return Verdict(False, f"{by.called} does not want {agency.name} to have it.")
    for speaker, entries in _heard(file, about_id):
        if any(_stance(file, entries, agency, one) for one in asked):
            return Verdict(True, f"{speaker.called} said yes to {agency.name}.")
    if not any(same_service(file, agency, one.agency_id) for one in file.consent_scopes):
        return Verdict(False, f"{agency.name} is named in no consent.")
    what = " or ".join(words("subject", one).lower() for one in subjects)
    return Verdict(
        False, f"Nobody with a say said yes to {agency.name}{' for ' if what else ''}{what}."
    )


def _barring(
    file: CaseFile, agency: Agency, about_id: str | None, asked: Collection[str]
) -> Person | None:
    """Who rules a service out for any of these subjects."""
    for speaker, entries in _heard(file, about_id):
        if any(_stance(file, entries, agency, one) is False for one in asked):
            return speaker
    return None


def _stance(
    file: CaseFile, entries: Iterable[Consent], agency: Agency, subject: str
) -> bool | None:
    """Return what somebody's entries say of a service: in, out, or nothing (None).

    The newest word that touches the subject counts; ruling out outlasts everything but a later
    yes that takes it back.
    """
    says: bool | None = None
    for entry in entries:
        if says and entry.share not in ("", "yes"):
            says = None  # the yes was taken back; what was ruled out stays out
        named = [one for one in scopes_of(file, entry) if same_service(file, agency, one.agency_id)]
        if entry.share == "yes" and any(one.included and _covers(one, subject) for one in named):
            says = True
        if any(one.included is False and _touches(one, subject) for one in named):
            says = False
    return says


def _heard(file: CaseFile, about_id: str | None) -> Iterator[tuple[Person, list[Consent]]]:
    """Give whose word counts, with what they said, for each whom it is about."""
    for about in _about(file, about_id):
        for speaker_id, entries in _entries(file, about).items():
            speaker = file.person(speaker_id)
            own_case = about.id == about_id
            if speaker and (own_case or speaks_for_family(file, speaker, about)):
                yield speaker, entries


def _entries(file: CaseFile, about: Person) -> dict[str, list[Consent]]:
    """The entries that count for a person, oldest first, by who spoke."""
    found: dict[str, list[Consent]] = {}
    for entry in in_force(file):
        if entry.by_id and decides_for(file, entry, about):
            found.setdefault(entry.by_id, []).append(entry)
    return found


def _about(file: CaseFile, about_id: str | None) -> list[Person]:
    """The child it is about; every child where it is the family's, the adult too where theirs."""
    person = file.person(about_id)
    if person is None:
        return file.children
    return [person] if person.is_child else [person, *file.children]


def _covers(scope: ConsentScope, subject: str) -> bool:
    return subject in ("", scope.subject) or _all(scope)


def _touches(scope: ConsentScope, subject: str) -> bool:
    return _all(scope) or subject in (EVERYTHING, scope.subject)


def _all(scope: ConsentScope) -> bool:
    return scope.subject in ("", EVERYTHING)
