"""Above a family's people: who may be in the file already, and who is in another record, too."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from data import same_people
from ehtui.same_people import look_alikes
from screens.commands import key_name
from screens.dashboard.found_line import found_line

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.lookup.found import Found
    from screens.desk import Desk

COMPARE = "ctrl+l"
LINES = 3
"""Look-alikes that are named; the comparison shows all."""


class LookAlikesPanel(Static):
    """Says of whom there may be a record already, as soon as it is known; empty for most."""

    DEFAULT_CSS = "LookAlikesPanel { height: auto; padding: 0 1; display: none; }"

    def __init__(self, desk: Desk, file: CaseFile) -> None:
        """Look among the people of a family, as they are saved."""
        super().__init__(id="look-alikes")
        self._desk = desk
        self._file = file
        self.found: dict[str, list[Found]] = {}
        """The look-alikes of each person that has any, by key."""

    def on_mount(self) -> None:
        """Look, while the rest of the section can be typed in.

        The work is the app's, not the screen's: keys typed ahead don't wait for it.
        """
        if not self._desk.showing_to:  # another family's people are nothing for whoever looks on
            self.app.run_worker(self._look(), group="look-alikes", exclusive=True)

    async def _look(self) -> None:
        found, links = await asyncio.to_thread(self._read)
        self.found = found
        lines = [self._elsewhere(one) for one in links]
        for person_id, some in found.items():
            lines.append(
                Content.assemble(
                    (self._called(person_id), "$foreground bold"),
                    (f" may be in the file already ({key_name(COMPARE)} compares):", "$warning"),
                )
            )
            lines += [Content("  ") + found_line(self._desk, one) for one in some[:LINES]]
        if self.is_attached and lines:
            self.update(Content("\n").join(lines))
            self.display = True

    def _read(self) -> tuple[dict[str, list[Found]], list[same_people.Elsewhere]]:
        connection, today = self._desk.store.reading(), self._desk.today
        alike = {one.id: look_alikes(connection, one.id, today) for one in self._file.people}
        links = same_people.elsewhere(connection, self._file.case.id)
        return {key: some for key, some in alike.items() if some}, links

    def _elsewhere(self, one: same_people.Elsewhere) -> Content:
        family = "" if self._desk.showing_references_only else f" ({one.family})"
        return Content(f"{self._called(one.person_id)} is also in {one.reference}{family}")

    def _called(self, person_id: str) -> str:
        return self._file.name(person_id, "Somebody")
