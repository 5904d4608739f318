"""The minutes of a meeting, one set for each recipient (S8). Source: Newcastle 13.2, 13.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.documents.agenda import meeting_of
from ehtui.documents.document import Document, Fields, Heading, Paragraph, Table
from ehtui.documents.meetings import about, called, earlier, last_time, title_of, value_at, when
from ehtui.documents.plan import actions_table
from ehtui.documents.seen import as_seen_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.assessment import Scale
    from data.records.meetings import Meeting
    from ehtui.documents.document import Block
    from ehtui.opening import OpenCase
    from ehtui.process.sharing.recipients import Recipient


def minutes_document(case: OpenCase, meeting_id: str, recipient: Recipient) -> Document:
    """Return the minutes as a recipient may see them. KeyError where the meeting is kept back."""
    return own_minutes(as_seen_by(case, recipient), meeting_id)


def own_minutes(case: OpenCase, meeting_id: str) -> Document:
    """Return the minutes with everything in them. KeyError when there is no such meeting."""
    meeting = meeting_of(case, meeting_id)
    document = Document(f"Minutes: {title_of(case, meeting)}", case.file.case.reference)
    facts = {
        "About": about(case),
        "When": when(meeting),
        "Where": meeting.place,
        "How": case.wording.value(meeting, "way"),
        "Chair": meeting.chair,
        "Minutes by": meeting.minutes_by,
        "Minutes": case.wording.value(meeting, "minutes_state"),
        "Confidentiality explained": case.wording.value(meeting, "confidentiality"),
    }
    document.add(Fields.of(facts))
    for part in (_attendance, _items, _outcomes, _scores, _actions, _next_step):
        document.add(*part(case, meeting))
    return document


def _attendance(case: OpenCase, meeting: Meeting) -> Iterator[Block]:
    there = [one for one in case.file.attendances if one.meeting_id == meeting.id]
    if there:
        yield Heading("Who")
        yield Table(
            ("Name", "Attendance", "Which part"),
            tuple((called(case, one), case.wording.value(one, "state"), one.part) for one in there),
        )


def _items(case: OpenCase, meeting: Meeting) -> Iterator[Block]:
    items = [one for one in case.file.agenda_items if one.meeting_id == meeting.id]
    for one in sorted(items, key=lambda item: item.position):
        if one.notes:
            yield Heading(one.title or "Also said")
            yield Paragraph(f"{one.spoke}: {one.notes}" if one.spoke else one.notes)


def _outcomes(case: OpenCase, meeting: Meeting) -> Iterator[Block]:
    rows = tuple(
        (f"{one.number} {one.title}", last_time(case, one, meeting), value, one.target)
        for one in case.file.outcomes
        if (value := value_at(case, one, meeting))
    )
    if rows:
        yield Heading("Progress of each outcome")
        yield Table(("Outcome", "Last time", "This time", "Target"), rows)
    done = tuple(
        (case.wording.value(one, "action_id"), case.wording.value(one, "status"), one.note, moved)
        for one in case.file.progress
        if one.meeting_id == meeting.id and one.action_id
        for moved in [case.wording.value(one, "moved_to")]
    )
    if done:
        yield Heading("Progress of actions")
        yield Table(("Action", "How it stands", "Notes", "New date"), done)


def _scores(case: OpenCase, meeting: Meeting) -> Iterator[Block]:
    now = [one for one in case.file.scales if one.meeting_id == meeting.id]
    if now:
        yield Heading("Scores from 0 to 10")
        yield Table(
            ("Asked", "Who", "Last time", "This time"),
            tuple(
                (one.question, _who(case, one), _before(case, one, meeting), _n(one)) for one in now
            ),
        )


def _before(case: OpenCase, score: Scale, meeting: Meeting) -> str:
    """The same person's score on the same question at the latest meeting before."""
    for before in earlier(case, meeting):
        for one in case.file.scales:
            same = one.question == score.question and _who(case, one) == _who(case, score)
            if one.meeting_id == before.id and same:
                return _n(one)
    return "–"


def _who(case: OpenCase, one: Scale) -> str:
    return case.file.name(one.owner_id, one.owner_name)


def _n(one: Scale) -> str:
    return "–" if one.score is None else str(one.score)


def _actions(case: OpenCase, meeting: Meeting) -> Iterator[Block]:
    agreed = [one for one in case.file.actions if one.agreed_at_id == meeting.id]
    if agreed:
        yield Heading("New actions")
        yield actions_table(case, agreed)


def _next_step(case: OpenCase, meeting: Meeting) -> Iterator[Block]:
    names = (
        *("next_step", "next_step_why", "lead_confirmed", "family_agrees", "family_view"),
        *("next_on", "next_at"),
    )
    found = tuple(
        (case.wording.label(type(meeting), name), value)
        for name in names
        if (value := case.wording.value(meeting, name))
    )
    if found:
        yield Heading("What comes next")
        yield Fields(found)
