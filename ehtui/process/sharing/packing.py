"""Who reads the papers of a request, and whether they may go at all.

With the family's agreement consent says what a service reads. Where a child may be at risk of
harm, papers go without it, with the reason written down; what is held back from a service stays
held back. Source: Gloucestershire, Level Four; Newcastle 13.3; Hull 3.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.procedures.clock import Request as Asked
from data.procedures.words import fill
from ehtui.process.assessment.checklists import lines_under
from ehtui.process.sharing.may_go import goes
from ehtui.process.sharing.recipients import Recipient, folded_name, service_key
from ehtui.process.sharing.restrictions import restricting
from ehtui.process.verdict import Verdict

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.contacts import HarmContact
    from data.records.decisions import Request
    from data.records.people import Agency
    from ehtui.process.assessment.checklists import Line

CENTRAL = {"front_door": "social_care", "social_care": "social_care", "eht": "early_help_team"}
"""What kind of service a procedure's words for those at the centre stand for."""
EVERYBODYS = frozenset({"the", "of", "and", "for", "or", "team", "service", "services", "hub"})
"""Words of a team's name that tell it from no other."""


@dataclass(frozen=True, slots=True)
class Turned:
    """One time that somebody was turned to, whichever record says so."""

    asked: Asked | None
    """What the procedure says of it; None where it asks for no papers."""
    to: str
    why: str
    agrees: bool | None
    without_consent_why: str
    nameless: bool
    harm: bool
    """Whether it is about harm: then nothing waits for consent (S2)."""

    @classmethod
    def request(cls, one: Request, procedure: Procedure) -> Turned:
        """Return a request of the decisions."""
        asked = next((kind for kind in procedure.requests if kind.key == one.what), None)
        why = one.without_consent_why.strip()
        nameless = bool(one.nameless)
        return cls(asked, one.to, one.why, one.family_agrees, why, nameless, harm=False)

    @classmethod
    def contact(cls, one: HarmContact, procedure: Procedure) -> Turned:
        """Return a contact about harm; where it does not say as what, the area's only pack does."""
        kinds = procedure.requests if one.request else procedure.packs
        found = [kind for kind in kinds if one.request in ("", kind.key)]
        asked = found[0] if len(found) == 1 else None
        return cls(asked, one.rung, one.reason, None, "", bool(one.nameless), harm=True)

    @property
    def without_consent(self) -> bool:
        """Whether it goes without the family's agreement, for a child's safety."""
        steps_up = self.asked is not None and self.asked.steps_up
        said = self.agrees is not True and bool(self.without_consent_why)
        return self.harm or (steps_up and said)


def may_pack(turned: Turned, file: CaseFile, procedure: Procedure) -> Verdict:
    """Whether the papers of a request can be put together; the reason is one for its writer."""
    if turned.asked is None or not turned.asked.sends:
        return Verdict(False, "The procedure names no papers for this: choose what it is for.")
    if turned.nameless:
        return Verdict(False, "It is asked without names, so no papers go with it.")
    if turned.without_consent:
        return Verdict(True, "It goes for a child's safety, without waiting for consent.")
    if turned.agrees is None:
        return Verdict(False, "Say first whether the family agrees.")
    if not turned.agrees:
        return Verdict(False, _refused(turned.asked))
    reader = reader_of(turned, file, procedure)
    if not reader.id:
        return Verdict(
            False, f"{reader.name} is none of the services here: name it, and in the consent too."
        )
    return goes(file, reader, None, ())


def answers_for(
    file: CaseFile, procedure: Procedure, checklist: str, reader: Recipient
) -> list[Line]:
    """Return the lines of a check-list as they may go to its reader; none where nothing may.

    Answers are one's own agency's record until a request is made of them. They speak of the whole
    family in one breath, so that they go only where everything of every child may go, and a line
    that is kept from the reader goes without its answer. Source: Derby 4.
    """
    about = [None, *(one.id for one in file.children)]
    if not all(goes(file, reader, key, ("plan",)) for key in about):
        return []
    return [
        replace(one, given=None) if one.given and restricting(file, reader, one.given, "") else one
        for one in lines_under(file, procedure, checklist)
    ]


def reader_of(turned: Turned, file: CaseFile, procedure: Procedure) -> Recipient:
    """Return who reads the papers: a service of the case, else a name without a key."""
    template = turned.asked.to if turned.asked else ""
    safety = turned.without_consent
    agency = _service(turned.to, template, file, procedure)
    if agency:
        return Recipient("agency", agency.name or turned.to, agency.id, for_safety=safety)
    name = turned.to or fill(template, procedure.words) or "Whoever it goes to"
    return Recipient("agency", name, for_safety=safety)


def _service(to: str, template: str, file: CaseFile, procedure: Procedure) -> Agency | None:
    """The service that is named, else the one whose kind the procedure sends it to."""
    named = [one for one in file.agencies if _says(to, one.name)]
    if named:
        return max(named, key=lambda one: len(one.name))
    central = [word for word in CENTRAL if f"{{{word}}}" in template.casefold()]
    names = [fill(template, procedure.words)]
    names += [getattr(procedure.words, word) for word in central]
    if to and not _telling(to) & set().union(*map(_telling, names)):
        return None  # somebody else was written down than whom the procedure sends it to
    kinds = {CENTRAL[word] for word in central}
    alike = [one for one in file.agencies if one.kind in kinds]
    return alike[0] if len({service_key(one) for one in alike}) == 1 else None


def _telling(name: str) -> set[str]:
    """What a name can be recognised by: its words, and their first letters as one."""
    found = re.findall(r"\w+", name.casefold())
    return {*found, "".join(word[0] for word in found)} - EVERYBODYS


def _says(text: str, name: str) -> bool:
    sought = folded_name(name)
    return bool(sought) and f" {sought} " in f" {folded_name(text)} "


def _refused(asked: Asked) -> str:
    if asked.steps_up:
        return "The family does not agree: write down why it goes without consent, or it does not."
    return "The family does not agree, so nothing goes."
