"""What was typed once for a place that is not there any more: kept, and read here."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ehtui.changes import ChangeSet
from ehtui.dates import show_date
from screens.case.sections import section_screen
from screens.commands import Command, CommandModal
from screens.forms.typing import SCREENS, typing_screen
from screens.meetings.of_meeting import OfMeeting, meeting_words
from screens.widgets.confirm import Confirm
from screens.widgets.narrative import Narrative
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App, ComposeResult

    from data.drafts import Draft
    from screens.desk import Desk

TITLE = "Unsaved text: the form it was typed in is not there any more. Copy what you need."

GONE = "a form that is not there any more"


def has_place(desk: Desk, draft: Draft) -> bool:
    """Return whether a draft can still be opened where it was typed."""
    if not ChangeSet.reads(draft.text):
        return False
    if draft.form in SCREENS:
        return True
    screen = section_screen(draft.form)
    try:
        file = desk.open_case(draft.case_id).file
    except KeyError:
        return False
    if issubclass(screen, OfMeeting) and (draft.record or not screen.ALSO_WITHOUT):
        return any(one.id == draft.record for one in file.meetings)
    return draft.form == screen.SECTION


async def which_of(app: App[Any], desk: Desk, drafts: Sequence[Draft]) -> Draft | None:
    """Ask which of several drafts is meant; return None when it is none."""
    called = await asyncio.to_thread(names_of, desk, drafts)
    lines = [(name, str(number)) for number, name in enumerate(called)]
    chosen = await app.push_screen_wait(Pick("Not saved yet:", lines))
    return None if chosen is None else drafts[int(chosen)]


def names_of(desk: Desk, drafts: Sequence[Draft]) -> list[str]:
    """Return what to call each draft: family and place, and where two are alike what tells them."""
    families = desk.families([draft.case_id for draft in drafts if draft.case_id])
    names = [
        f"{families.get(draft.case_id, 'no family yet')} · {place(draft.form)}" for draft in drafts
    ]
    for telling in (_meeting_of, _typed_at):
        alike = Counter(names)
        names = [
            f"{name} · {more}" if alike[name] > 1 and (more := telling(desk, draft)) else name
            for name, draft in zip(names, drafts, strict=True)
        ]
    return names


def _meeting_of(desk: Desk, draft: Draft) -> str:
    """Return which meeting it was typed for, unless somebody looks on: they may not know of it."""
    of_meeting = issubclass(section_screen(draft.form), OfMeeting) and has_place(desk, draft)
    if desk.showing_to or not of_meeting:
        return ""
    case = desk.open_case(draft.case_id)
    return next(
        (meeting_words(case, one) for one in case.file.meetings if one.id == draft.record), ""
    )


def _typed_at(_desk: Desk, draft: Draft) -> str:
    if not draft.at:
        return "typed just now"
    at = datetime.fromisoformat(draft.at).astimezone()
    return f"typed {show_date(at.date())} {at:%H:%M}"


def place(form: str) -> str:
    """Return what people call the place a draft was typed in."""
    if form in SCREENS:
        return str(typing_screen(form).TITLE)
    screen = section_screen(form)
    return str(screen.TITLE) if form == screen.SECTION else GONE


def texts(draft: Draft) -> list[str]:
    """Return every text in a draft, whatever its form; keys and empty fields are left out."""
    rows = draft.text.get("rows", ())
    typed = [row.get("typed") for row in rows if isinstance(row, dict)]
    return [
        f"{name}: {text}"
        for fields in typed
        if isinstance(fields, dict)
        for name, text in fields.items()
        if text and not name.endswith("id")
    ]


class LeaveText(Command):
    """Go back. The text stays kept."""

    key = "escape"


class ThrowTextAway(Command):
    """Throw this text away, after asking."""

    key = "f8"


class UnsavedText(CommandModal[None]):
    """The text of a draft whose form is gone; Ctrl+C copies what is selected."""

    OFFERS = (LeaveText, ThrowTextAway)

    def __init__(self, desk: Desk, draft: Draft) -> None:
        """Show what was typed."""
        super().__init__()
        self._desk = desk
        self._draft = draft

    def compose(self) -> ComposeResult:
        """Lay the text out under what it is."""
        with Vertical(classes="dialogue"):
            yield Static(Content(TITLE), classes="question")
            text = Narrative("\n".join(texts(self._draft)))
            text.read_only = True
            yield text
            yield Static(Content("Esc back, it stays kept   F8 throw it away"), classes="keys")

    @on(LeaveText)
    def leave(self) -> None:
        """Keep it."""
        self.dismiss(None)

    @on(ThrowTextAway)
    @work
    async def throw_away(self) -> None:
        """Ask, then drop the draft."""
        question = "Throw this text away? It was never saved."
        if await self.app.push_screen_wait(Confirm(question, yes="Throw away")):
            self._desk.drop(self._draft)
            self.dismiss(None)
