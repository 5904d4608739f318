"""Hints are read whole at 80 columns."""

from __future__ import annotations

from datetime import date

import msgspec
from textual.app import App, ComposeResult
from textual.widgets import Input, Static

from data.casefile import CaseFile
from data.procedures.loading import default_id, load
from data.procedures.words import fill
from data.records.all import RECORDS
from data.records.cases import Case
from data.records.fields import described
from data.records.starting import Refusal
from ehtui.wording import Wording
from screens.forms.field_row import ROOM, FieldRow

TEAM = "Early Help Advice, Guidance and Care Team"


def test_a_hint_on_one_line_is_not_cut() -> None:
    own = load(default_id()).words
    hints = {
        f"{record.__name__}.{field}": fill(words.hint, own)
        for record in RECORDS
        for field, words in described(record).items()
        if words.kind == "line" and words.hint
    }
    assert {field: hint for field, hint in hints.items() if len(hint) > ROOM} == {}


class OneField(App[None]):
    CSS_PATH = "../../screens/styles/forms.tcss"

    def compose(self) -> ComposeResult:
        area = load(default_id())
        words = msgspec.structs.replace(area.words, eht=TEAM)
        case = Case(
            id="case", reference="r", procedure_id="a", procedure_version="1", procedure_text_id="t"
        )
        wording = Wording(msgspec.structs.replace(area, words=words), CaseFile(case))
        yield FieldRow(Refusal, "talked_to", "", wording, date(2026, 11, 22))


async def test_a_hint_that_an_area_makes_long_stands_below_whole() -> None:
    async with OneField().run_test(size=(80, 24)) as pilot:
        hint = pilot.app.query_one(".remark", Static)
        assert pilot.app.query_one(Input).placeholder == ""
        assert TEAM in str(hint.render()).replace("\n", " ")
        assert hint.region.y == pilot.app.query_one(Input).region.bottom
        await pilot.press("m")
        assert TEAM in str(hint.render())  # what stands below does not jump while one types
