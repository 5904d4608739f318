"""The page of scores from 0 to 10: whoever gave one before, then whoever is in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from data.records.assessment import Scale
from data.records.fields import words_of
from ehtui.documents.meetings import called
from ehtui.process.meetings.minuting import last_score
from screens.minutes.sheet import attendances
from screens.widgets.score_line import ScoreLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from screens.minutes.sheet import Sheet


def scores(sheet: Sheet) -> Iterator[Widget]:
    """Give a line for each score that is asked for, and a form for another."""
    usual = words_of(Scale, "question").hint
    given = [one for one in sheet.file.scales if one.question and one.score is not None]
    for question in dict.fromkeys(one.question for one in given) or {usual: None}:
        yield Static(Content(f"{question}, 0 (worst) to 10 (best)"), classes="page-hint")
        yield from _lines(sheet, question)
    yield Static(Content("another score"), classes="page-hint")
    own = [one for one in sheet.file.scales if one.meeting_id == sheet.meeting.id]
    begun = next((one for one in own if one.score is None and sheet.sees(one)), None)
    asked = ("question", "owner_id", "owner_name", "score")
    yield sheet.form(begun, Scale, asked, on=sheet.meeting.on)


def _lines(sheet: Sheet, question: str) -> Iterator[Widget]:
    for owner_id, owner_name in _scorers(sheet, question):
        begins = {
            "question": question,
            "owner_id": owner_id,
            "owner_name": owner_name,
            "meeting_id": sheet.meeting.id,
            "on": sheet.meeting.on,
        }
        blank = Scale(case_id="", question=question, owner_id=owner_id, owner_name=owner_name)
        now = [
            one
            for one in sheet.file.scales
            if one.meeting_id == sheet.meeting.id and one.question == question
            if (one.owner_id, one.owner_name) == (owner_id, owner_name)
        ]
        if all(sheet.sees(one) for one in now):
            last = last_score(sheet.file, sheet.meeting, blank)
            said = sheet.shown.wording.said(Scale, "owner_name", owner_name)
            name = sheet.shown.file.name(owner_id, said)
            yield ScoreLine(sheet.editing, name, last, now[0] if now else None, begins)


def _scorers(sheet: Sheet, question: str) -> Iterable[tuple[str | None, str]]:
    """Whoever gave this score before, then whoever is in the room; each once."""
    found: dict[tuple[str | None, str], None] = {
        (one.owner_id, one.owner_name): None
        for one in sheet.file.scales
        if one.question == question and sheet.sees(one)
    }
    for one in attendances(sheet):
        member = sheet.file.member(one.member_id)
        person_id = one.person_id or (member.person_id if member else None)
        if one.state == "present":
            found[(person_id, "" if person_id else called(sheet.case, one))] = None
    return found
