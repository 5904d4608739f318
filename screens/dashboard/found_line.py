"""One line about somebody who was found: the name, the birthday, the family, open or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from ehtui.dates import show_short
from ehtui.plaintext import initials

if TYPE_CHECKING:
    from data.lookup.search import Found
    from screens.desk import Desk


def found_line(desk: Desk, found: Found) -> Content:
    """Return who was found, in initials while the privacy switch is on."""
    hidden = desk.lists_references_only
    name = initials(found.name) if hidden else found.name
    born = show_short(found.born) if found.born and not hidden else ""
    family = "" if hidden else found.family
    said = "  ".join(part for part in (born, family, found.reference, found.stage) if part)
    return Content.assemble((name, "$foreground bold"), f"  {said}")
