"""What the family's consent allows: starting, storing, sharing; and when it is taken back (N4).

Somebody with a say for the child must have said yes. To storing and sharing nobody with a say may
have said no; to starting another's no is a conflict for a manager, not a stop (S1).
Source: Newcastle 8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.dates import show_short
from ehtui.process.consent.ledger import AGAINST, PARTS, Part, Voice, family_voices, settled, voices
from ehtui.process.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.casefile import CaseFile
    from data.records.people import Person

DOING: dict[Part, str] = {"start": "starting", "store": "storing", "share": "sharing"}


def may_start(file: CaseFile, about_id: str | None = None) -> Verdict:
    """Whether a plan may be started: for the family, or for one person of it."""
    return allows(file, "start", about_id)


def may_store(file: CaseFile, about_id: str | None = None) -> Verdict:
    """Whether it may be stored, the central log included."""
    return allows(file, "store", about_id)


def may_share(file: CaseFile, about_id: str | None = None) -> Verdict:
    """Whether it may be shared at all; with whom, `sharing.may_go` says."""
    return allows(file, "share", about_id)


def allows(file: CaseFile, part: Part, about_id: str | None = None) -> Verdict:
    """Whether one part of the consent is given: for the family, or for one person of it."""
    person = file.person(about_id)
    if person is None:
        return _weighed(file, part, "the family", family_voices(file, part))
    found = voices(file, part, person)
    own = next((one for one in found if one.person.id == person.id and one.against), None)
    if own:
        why = f"{said(own)} to {DOING[part]} for themselves: what is theirs stays out."
        return Verdict(False, why)
    if not person.is_child:  # an adult's own things go with the family's plan, unless they say no
        others = [one for one in family_voices(file, part) if one.person.id != person.id]
        found = [*others, *found]
    return _weighed(file, part, person.called, found)


def conflicts(file: CaseFile) -> list[str]:
    """Return a sentence for each part and child on which those with a say disagree, undecided."""
    found = []
    for part in PARTS:
        for child in file.children:
            agreeing, against = _sides(voices(file, part, child), child)
            if agreeing and against and not settled(file, agreeing, against):
                who = f"{_names(agreeing)} yes, {_names(against)} no"
                found.append(
                    f"They disagree about {DOING[part]} for {child.called} ({who}): "
                    "record who decided whose consent counts."
                )
    return found


def taken_back(file: CaseFile) -> Voice | None:
    """Return the last word of somebody with a say that took a yes to starting back."""
    # Hardly any case has such an entry, and weighing all voices takes longer than all other rules.
    if not any(one.start in AGAINST for one in file.consents):
        return None
    found = [
        voice
        for child in file.children
        for voice in voices(file, "start", child)
        if voice.answer == AGAINST[1]
    ]
    return max(found, key=lambda one: str(one.entry.on or ""), default=None)


def stopped(file: CaseFile) -> Verdict:
    """Whether the process stands still, but for safeguarding, notice and closing (S6).

    It does once a yes to starting was taken back and nobody else's is left. Source: Newcastle 8.1.
    """
    last = taken_back(file)
    if last is None or may_start(file):
        return Verdict(False, "Consent to start has not been withdrawn.")
    return Verdict(
        True,
        f"{said(last)}: only safeguarding, the notice and the closing review go on.",
    )


def said(voice: Voice) -> str:
    """Return who said what, and when: "Siân withdrew on 3 Nov 2026"."""
    verb = {"yes": "said yes", "no": "said no", "withdrawn": "withdrew"}[voice.answer]
    on = f" on {show_short(voice.entry.on)}" if voice.entry.on else ""
    return f"{voice.person.called} {verb}{on}"


def _weighed(file: CaseFile, part: Part, whom: str, found: Sequence[Voice]) -> Verdict:
    agreeing, against = _sides(found)
    if not agreeing:
        if against:
            return Verdict(False, f"{said(against[-1])}, and nobody else with a say says yes.")
        return Verdict(False, f"Nobody with a say for {whom} has said yes to {DOING[part]}.")
    if not against:
        return Verdict(True, f"{said(agreeing[-1])} to {DOING[part]}.")
    if settled(file, agreeing, against):
        return Verdict(True, f"{said(agreeing[-1])}; that this counts is decided and recorded.")
    return Verdict(
        part == "start",
        f"{said(against[-1])} to {DOING[part]}, {_names(agreeing)} said yes: "
        "a manager decides whose consent counts.",
    )


def _sides(found: Sequence[Voice], child: Person | None = None) -> tuple[list[Voice], list[Voice]]:
    """Those for and those against; a child's own no is no conflict, it takes out what is theirs."""
    against = [one for one in found if one.against and not (child and one.person.id == child.id)]
    return [one for one in found if one.agrees], against


def _names(found: Sequence[Voice]) -> str:
    return " and ".join(one.person.called for one in found)
