"""One copy for each recipient: written for them alone, and written down as sent."""

from __future__ import annotations

import stat
from datetime import date
from typing import TYPE_CHECKING

from docx import Document
from textual.widgets import OptionList

from data.records.consent import Restriction
from data.records.meetings import AgendaItem, Attendance, Meeting, Member
from screens.forms.row_dialog import RowDialog
from screens.going_out.copies import CopiesScreen
from screens.widgets.ask_folder import AskFolder
from tests.screens.family import Family, a_family
from tests.screens.running import make_family, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet


class Held(Family):
    """A family whose review was held, with an item that mum is not to see."""

    meeting: str = ""

    def fill(self, changes: ChangeSet) -> None:
        super().fill(changes)
        changes.new(Member, person_id=self.mum, name="Mum [bold]")
        now = changes.new(
            Meeting, kind="review_taf", on=date(2026, 10, 22), held=True, next_on=date(2026, 12, 17)
        )
        self.meeting = now.record_id
        changes.new(
            AgendaItem, meeting_id=self.meeting, title="Sums", notes="all is well", position=1
        )
        held = changes.new(
            AgendaItem, meeting_id=self.meeting, title="Texts", notes="the lad", position=2
        )
        changes.new(Restriction, record_id=held.record_id, from_person_id=self.mum)


async def test_a_copy_holds_what_its_reader_may_see(path: Path, tmp_path: Path) -> None:
    a_family(path)
    family = Held(path)
    family.case_id = make_family(path, "O'Connor [x]", family.fill)
    folder = tmp_path / "out"
    async with running(path, (100, 40)) as (app, pilot):
        screen = CopiesScreen(app.desk, family.case_id, family.meeting)
        app.push_screen(screen)
        await until(pilot, lambda: screen.query("#copies"))
        await until(pilot, lambda: screen.focused is not None)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, AskFolder))
        app.screen.query_one("LineInput").value = str(folder)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: screen.opened.file.copies)
        await until(pilot, lambda: app.screen is screen and screen.focused is not None)
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        await pilot.pause()
        await type_text(pilot, "by hand")
        await pilot.press("escape")  # left: the line has a dot now
        await until(pilot, lambda: "• " in str(screen.query_one(OptionList).options[0].prompt))
        await until(pilot, lambda: app.screen is screen and screen.focused is not None)
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is screen)
    (written,) = folder.iterdir()
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert "Connor" not in written.name
    words = "\n".join(one.text for one in Document(str(written)).paragraphs)
    assert "all is well" in words
    assert "the lad" not in words
    (copy,) = family.file().copies
    assert (copy.how, copy.made) == ("by hand", date(2026, 11, 22))
    assert copy.digest
    assert copy.meeting_id == family.meeting


async def test_two_guests_of_a_meeting_are_told_apart(path: Path) -> None:
    a_family(path)
    family = Held(path)

    def fill(changes: ChangeSet) -> None:
        family.fill(changes)
        for name in ("Ann Heron", "Bea Wren"):
            new = {"meeting_id": family.meeting, "name": name, "state": "present"}
            changes.new(Attendance, wants_minutes=True, **new)

    family.case_id = make_family(path, "O'Connor [x]", fill)
    async with running(path, (100, 40)) as (app, pilot):
        screen = CopiesScreen(app.desk, family.case_id, family.meeting)
        app.push_screen(screen)
        await until(pilot, lambda: screen.query("#copies") and screen.focused)
        shown = [str(one.prompt) for one in screen.query_one(OptionList).options]
        assert [any(name in one for one in shown) for name in ("Ann Heron", "Bea Wren")] == [
            True,
            True,
        ]
        screen.action_command("HideNames")
        await until(pilot, lambda: app.desk.showing_references_only)
        await until(pilot, lambda: screen.query("#copies") and screen.focused)
        shown = [str(one.prompt) for one in screen.query_one(OptionList).options]
        assert not any(name in one for one in shown for name in ("Heron", "Wren"))
