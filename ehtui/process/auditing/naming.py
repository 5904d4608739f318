"""Who is meant, however they were written down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.records.people import Agency
    from ehtui.process.facts import Facts

FAMILY = frozenset(
    "family parent parents mum mam mom mummy dad daddy mother father nan nana gran grandmother "
    "grandfather grandad aunt uncle child children everyone all".split()
)
"""How somebody of the family is written down where no name is."""


def names_family(text: str) -> bool:
    """Whether a line names somebody of the family by their part in it: "mum", "both parents".

    A "family worker" is none.
    """
    words = set(re.findall(r"\w+", text.casefold()))
    return bool(words & FAMILY) and "worker" not in words


def own_service(facts: Facts, agency: Agency) -> bool:
    """Whether a service is the lead's own agency, or the centre.

    One's own record waits for no consent (S6), and the log has a part of the consent to itself.
    """
    own = facts.file.lead.agency.strip().casefold() if facts.file.lead else ""
    same = bool(own) and agency.name.strip().casefold() == own
    return agency.kind == "early_help_team" or same
