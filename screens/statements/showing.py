"""Who can see the screen: what is kept from them leaves it (S3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ehtui.documents.seen import shown
from ehtui.process.recipients import Recipient
from ehtui.process.seeing import held_back, seen_by
from screens.commands import Command, CommandModal
from screens.widgets.ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from textual.app import ComposeResult

    from data.casefile import CaseFile
    from data.records.base import Record
    from ehtui.opening import OpenCase


class ShowToThese(Command):
    """Go on with these people in front of the screen."""

    key = "ctrl+s"
    second_key = "f10"


class AsBefore(Command):
    """Leave it as it was."""

    key = "escape"


class ShowingTo(CommandModal[tuple[str, ...] | None]):
    """Gives the keys of the people and services that can see the screen, None if left as it was."""

    OFFERS = (ShowToThese, AsBefore)

    def __init__(self, file: CaseFile, chosen: Iterable[str]) -> None:
        """Ask with those chosen who were chosen before."""
        super().__init__()
        self._file = file
        self._chosen = frozenset(chosen)

    def compose(self) -> ComposeResult:
        """List the family, then the services."""
        named = [(one.called, one.id) for one in self._file.people]
        named += [(one.name or one.worker, one.id) for one in self._file.agencies]
        with Vertical(classes="dialogue"):
            yield Static(Content("Who can see the screen? Space says yes or no, Ctrl+S goes on."))
            yield Ticks(named, self._chosen)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Ticks).focus()

    @on(ShowToThese)
    def accept(self) -> None:
        """Go on with the chosen."""
        self.dismiss(self.query_one(Ticks).chosen)

    @on(AsBefore)
    def leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def hidden(file: CaseFile, showing_to: Collection[str]) -> set[str]:
    """Return the keys of the statements that somebody in front of the screen is not to see."""
    return {one.id for one in held_back(file, _room(file, showing_to))}


def everybody_sees(file: CaseFile, showing_to: Collection[str]) -> Callable[[Record, str], bool]:
    """Return whether everybody in front of the screen may see a record, or one field of it.

    With nobody there but the practitioner, it is always so.
    """
    sees = [seen_by(file, somebody) for somebody in _room(file, showing_to)]
    return lambda record, field: all(one(record, field) for one in sees)


def as_room_sees(case: OpenCase, file: CaseFile, showing_to: Collection[str]) -> OpenCase:
    """Return a case with only what everybody in front of the screen may see.

    ``file`` is the case as recorded, whatever ``case`` has for its names.
    """
    return shown(case, everybody_sees(file, showing_to)) if showing_to else case


def _room(file: CaseFile, showing_to: Collection[str]) -> list[Recipient]:
    room = [Recipient.person(one) for one in file.people if one.id in showing_to]
    return [*room, *(Recipient.agency(one) for one in file.agencies if one.id in showing_to)]
