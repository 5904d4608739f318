"""The pack of a request: made in one go, for its reader alone, and written down."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Any

from docx import Document
from textual.widgets import Static

from data.records.consent import ConsentScope, Restriction
from data.records.contacts import HarmContact
from data.records.decisions import Request
from data.records.outcomes import Outcome
from screens.widgets.ask_folder import AskFolder
from screens.widgets.line_input import LineInput
from tests.screens.family import Family, a_family
from tests.screens.running import make_family, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet


class Asking(Family):
    """A family that agrees to a referral to a service which is not to see the first outcome."""

    request: str = ""
    contact: str = ""

    def fill(self, changes: ChangeSet) -> None:
        super().fill(changes)
        (entry,) = (row for row in changes.rows if row.table == "consents")
        changes.new(ConsentScope, consent_id=entry.record_id, agency_id=self.school, included=True)
        hers = changes.new(Outcome, number=1, title="The pills are out of the house")
        changes.new(Outcome, number=2, title="Five quiet nights [x]")
        changes.new(Restriction, record_id=hers.record_id, from_agency_id=self.school)
        asked = {"what": "specialist", "to": "Stotts Lane [/]", "family_agrees": True}
        self.request = changes.new(Request, **asked).record_id
        self.contact = changes.new(HarmContact, rung="the duty desk", reason="bruises").record_id


async def _into(app: Any, pilot: Any, folder: Path) -> str:
    """Answer with the folder; return what the question said."""
    await until(pilot, lambda: isinstance(app.screen, AskFolder))
    question = str(app.screen.query_one(".question", Static).content)
    app.screen.query_one(LineInput).value = str(folder)
    await pilot.press("enter")
    return question


def _traced(app: Any) -> int:
    reading = app.desk.store.reading()
    (count,) = reading.execute("SELECT count(*) FROM trace WHERE action = 'write out'").fetchone()
    return int(count)


async def test_a_pack_is_whole_private_never_overwritten_and_written_down(
    path: Path, tmp_path: Path
) -> None:
    a_family(path)
    family = Asking(path)
    family.case_id = make_family(path, "O'Connor [x]", family.fill)
    folder, harm = tmp_path / "out", tmp_path / "harm"
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, family.case_id, "decisions", family.request)
        await until(pilot, lambda: screen.query("#row-form > RecordForm"))
        await pilot.press("f5")
        question = await _into(app, pilot, folder)
        await until(pilot, lambda: screen.opened.file.requests[0].sent_with)
        await until(pilot, lambda: app.screen is screen and screen.query("#row-list"))
        written = sorted(folder.iterdir())
        before = [one.read_bytes() for one in written]
        await pilot.press("f5")
        await _into(app, pilot, folder)
        await until(pilot, lambda: any("already" in one.message for one in app._notifications))
        assert [one.read_bytes() for one in sorted(folder.iterdir())] == before
        calls = await open_section(app, pilot, family.case_id, "calls", family.contact)
        await until(pilot, lambda: calls.query("#row-form > RecordForm"))
        await pilot.press("f5")
        await _into(app, pilot, harm)
        await until(pilot, lambda: calls.opened.file.sharing_decisions)
        await until(pilot, lambda: app.screen is calls and calls.query("#row-list"))
        await until(pilot, lambda: _traced(app) == 2)
    assert "The pack for Stotts Lane [/]" in question
    assert "Missing: The latest" in question
    assert [one.name.split("-", 2)[2] for one in written] == [
        "specialist-2026-11-22-0-cover.docx",
        "specialist-2026-11-22-1-plan.docx",
    ]
    assert {stat.S_IMODE(one.stat().st_mode) for one in written} == {0o600}
    plan = "\n".join(one.text for one in Document(str(written[1])).paragraphs)
    assert "Five quiet nights [x]" in plan
    assert "pills" not in plan
    file = family.file()
    assert "Missing: The latest" in file.requests[0].sent_with
    (decided,) = file.sharing_decisions
    assert (decided.share, decided.basis, decided.with_whom) == (
        True,
        "safeguarding",
        "the duty desk",
    )
    assert len(list(harm.iterdir())) == 2
