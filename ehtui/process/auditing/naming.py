"""Who is meant, however they were written down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.lookup.folding import fold
from ehtui.process.sharing.recipients import folded_name

if TYPE_CHECKING:
    from collections.abc import Collection

    from data.casefile import CaseFile
    from data.records.people import Agency
    from ehtui.process.facts import Facts

FAMILY = frozenset(
    "family parent parents mum mam mom mummy mammy dad daddy mother father stepmum stepdad "
    "stepmother stepfather nan nana nanny gran granny grandma grandmother grandpa grandfather "
    "grandad grandparent grandparents aunt auntie uncle sister brother siblings cousin son "
    "daughter child children baby carer carers partner".split()
)
"""How somebody of the family is written down where no name is."""
EVERYBODY = frozenset(("all", "everyone", "everybody"))
OUTSIDE = frozenset(
    "worker workers practitioner practitioners officer nurse nurses visitor visitors teacher "
    "school schools college nursery hub service services team support centre clinic gp doctor "
    "employer therapist mentor senco tutor adviser advisor coordinator manager police housing "
    "social midwife project charity group young hospital council liaison counsellor".split()
)
"""Words of a service: "the family hub", "mum's school nurse", "young carers" are no family."""
_BETWEEN = re.compile(r"[,;/&+]|\band\b|\bwith\b|\bor\b")


def single_words(*texts: str) -> set[str]:
    """Return the words of some texts, in small letters and without signs."""
    return {word for text in texts for word in re.findall(r"\w+", text.casefold())}


def family_names(file: CaseFile) -> set[str]:
    """Return the single words of which the family's names are made, in small letters."""
    return single_words(*(f"{one.called} {one.given} {one.family}" for one in file.people))


def parts_of(text: str) -> list[str]:
    """Return the names that a line of names holds: "mum + the school nurse" gives two."""
    return [one for part in _BETWEEN.split(text.casefold()) if (one := part.strip(" .():"))]


def names_family(text: str, names: Collection[str] = ()) -> bool:
    """Whether a line names somebody of the family: by one of these names, or by their part in it.

    Names are those of `family_names`.
    """
    return any(_is_family(one, names) for one in parts_of(text))


def _is_family(part: str, names: Collection[str]) -> bool:
    words = single_words(part)
    if words & EVERYBODY or words >= {"young", "person"}:
        return True
    return not words & OUTSIDE and bool(words & FAMILY or words & set(names))


def is_named(agency: Agency, text: str) -> bool:
    """Whether a line names a service or who works there, however either is spelt: St Marys, too.

    A name is found as whole words: "Art" is not in "Bart".
    """
    line, names = folded_name(text), {folded_name(agency.name), fold(agency.worker)} - {""}
    return any(re.search(rf"\b{re.escape(name)}s?\b", line) for name in names)


def own_service(facts: Facts, agency: Agency) -> bool:
    """Whether a service is that of a lead, now or before, or the centre.

    One's own record waits for no consent (S6), and the log has a part of the consent to itself.
    """
    file, name = facts.file, folded_name(agency.name)
    leads = {fold(one.name) for one in file.leads if one.name}
    works_there = {fold(one.name) for one in file.members if one.agency_id == agency.id}
    return (
        agency.kind == "early_help_team"
        or bool(leads & works_there)
        or (name != "" and any(folded_name(one.agency) == name for one in file.leads))
    )
