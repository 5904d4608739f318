"""What stands on each page of the minutes. Last time always stands beside this time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.codes.lists import words
from data.records.meetings import AgendaItem, Attendance
from data.records.outcomes import Progress
from ehtui.dates import show_date, show_short
from ehtui.documents.meetings import called, last_time
from ehtui.process.facts import is_review
from ehtui.process.meetings.minuting import DATE, STEP
from ehtui.process.meetings.reviews import missing_for_next_step
from screens.commands import key_name
from screens.forms.record_form import RecordForm
from screens.minutes.commands import EndMeeting
from screens.minutes.scoring import scores
from screens.minutes.sheet import attendances
from screens.plan.rows import action_words
from screens.statements.reading import statement_shown
from screens.widgets.checks import unmet_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.widget import Widget

    from data.records.outcomes import Action
    from ehtui.process.unmet import Unmet
    from screens.minutes.sheet import Sheet

ATTENDED = ("part", "only_subject", "wants_minutes")
SOMEBODY_ELSE = "new"


def widgets(sheet: Sheet) -> Iterator[Widget]:
    """Give the page from top to bottom; the notes come last."""
    page = sheet.page
    yield Static(Content(page.title), classes="page-title")
    if page.hint:
        yield Static(Content(sheet.case.wording.filled(page.hint)), classes="page-hint")
    yield from _PAGES.get(page.kind, _nothing)(sheet)
    item = next((one for one in sheet.file.agenda_items if one.id == page.item_id), None)
    if item is not None:
        notes = sheet.form(item, AgendaItem, ("spoke", "notes") if item.spoke else ("notes",))
        notes.id = "notes"
        yield notes


def _nothing(_sheet: Sheet) -> Iterator[Widget]:
    yield from ()


def _who(sheet: Sheet) -> Iterator[Widget]:
    there = attendances(sheet)
    if not there:
        yield Static(Content("Nobody is on the list yet: i lists the family and the team."))
    lines = [Option(_attendance(sheet, one), one.id) for one in there]
    yield OptionList(
        *lines, Option(Content("+ somebody else"), SOMEBODY_ELSE), id="who", compact=True
    )
    yield Vertical(attendance_form(sheet), id="of-person")
    yield sheet.form(sheet.meeting, type(sheet.meeting), ("confidentiality",))


def _attendance(sheet: Sheet, one: Attendance) -> Content:
    sign = {"present": "✓", "apologies": "–", "did_not_come": "×"}.get(one.state, "·")
    state = words("attendance", one.state).lower() if one.state else "not said"
    more = [one.part, "wants the minutes" if one.wants_minutes else ""]
    if one.only_subject:
        more.insert(0, f"only for: {words('subject', one.only_subject).lower()}")
    said = "  ".join(filter(None, (state, *more)))
    name = f"{called(sheet.shown, sheet.shown.own(one)):<24}"
    return Content.assemble((f"{sign} {name}", "$foreground"), f" {said}")


def attendance_form(sheet: Sheet) -> RecordForm:
    """Return the form of one attendance, or of somebody who came without an invitation."""
    one = next((one for one in attendances(sheet) if one.id == sheet.person), None)
    if one is None:
        return sheet.form(None, Attendance, ("name", *ATTENDED), state="present")
    return sheet.form(one, Attendance, ATTENDED)


def _said(sheet: Sheet) -> Iterator[Widget]:
    for one in sheet.file.statements:
        if one.text and sheet.sees(one):
            owner = sheet.shown.own(one).owner_name or sheet.shown.file.name(
                one.owner_id, "somebody"
            )
            line = Content(f"{owner}: ") + statement_shown(sheet.shown.file, one, marks=False)
            yield Static(line, classes="said")


def actions_on(sheet: Sheet) -> list[Action]:
    """Return the actions of this page: an outcome's, or those that belong to none."""
    own = [one for one in sheet.file.actions if one.outcome_id == sheet.page.outcome_id]
    return [one for one in own if sheet.sees(one) and _matters(sheet, one)]


def _matters(sheet: Sheet, one: Action) -> bool:
    """Whether an action is still to be gone through: it was open when this meeting began."""
    minuted = any(
        (other.meeting_id, other.action_id) == (sheet.meeting.id, one.id)
        for other in sheet.file.progress
    )
    return one.status == "open" or minuted or one.agreed_at_id == sheet.meeting.id


def _outcome(sheet: Sheet) -> Iterator[Widget]:
    outcome = next(one for one in sheet.file.outcomes if one.id == sheet.page.outcome_id)
    facts = {
        "last time": last_time(sheet.case, outcome, sheet.meeting),
        "target": outcome.target,
        "by": show_date(outcome.by) if outcome.by else "",
        "if no progress": outcome.contingency,
    }
    said = Content("   ").join(
        Content.assemble(f"{label} ", (value, "$foreground"))
        for label, value in facts.items()
        if value
    )
    yield Static(said, classes="page-hint")
    yield _progress(sheet)
    yield from _actions(sheet)


def _progress(sheet: Sheet) -> RecordForm:
    found = (
        one
        for one in sheet.file.progress
        if one.meeting_id == sheet.meeting.id and one.outcome_id == sheet.page.outcome_id
        if not one.action_id
    )
    more = {"outcome_id": sheet.page.outcome_id, "on": sheet.meeting.on}
    return sheet.form(next(found, None), Progress, ("value", "status", "note"), **more)


def _actions(sheet: Sheet) -> Iterator[Widget]:
    found = actions_on(sheet)
    if found:
        lines = [Option(_action(sheet, one), one.id) for one in found]
        yield OptionList(*lines, id="actions", compact=True)


def _action(sheet: Sheet, one: Action) -> Content:
    minutes = [
        other
        for other in sheet.file.progress
        if (other.meeting_id, other.action_id) == (sheet.meeting.id, one.id)
    ]
    said = ""
    for minute in minutes:
        said = words("progress_status", minute.status).lower() if minute.status else ""
        if minute.moved_to:
            said = f"moved to {show_short(minute.moved_to)}"
    day = sheet.meeting.on
    if not said and one.due and day and one.due < day and one.status == "open":
        days = (day - one.due).days
        said = f"{days} {'day' if days == 1 else 'days'} over: ask"
    return Content.assemble(
        (action_words(sheet.shown.own(one)), "$foreground"), ("   " if said else "") + said
    )


def _step(sheet: Sheet) -> Iterator[Widget]:
    yield sheet.form(sheet.meeting, type(sheet.meeting), STEP)
    yield Static(missing(sheet), id="missing")


def _date(sheet: Sheet) -> Iterator[Widget]:
    yield sheet.form(sheet.meeting, type(sheet.meeting), DATE)
    yield Static(missing(sheet), id="missing")


def missing_at_end(sheet: Sheet) -> list[Unmet]:
    """Return what is missing before the meeting can end; only a review chooses a next step."""
    found = missing_for_next_step(sheet.meeting, sheet.shown.file, sheet.case.procedure)
    return found if is_review(sheet.meeting) else [one for one in found if one.field == "next_on"]


def missing(sheet: Sheet) -> Content:
    """Return what the meeting's end still needs, as it is typed now."""
    if sheet.meeting.held:
        return Content("✓ The meeting has ended: it counts as held.")
    if found := missing_at_end(sheet):
        return unmet_lines("To end the meeting", found)
    key = key_name(EndMeeting.key)
    return Content(f"✓ Nothing is missing. {key} ends the meeting: only then it counts as held.")


_PAGES: dict[str, Callable[[Sheet], Iterator[Widget]]] = {
    "who": _who,
    "said": _said,
    "actions": _actions,
    "outcome": _outcome,
    "scores": scores,
    "step": _step,
    "date": _date,
}
