"""The agenda of a meeting: its own items, or those the procedure suggests. Source: Newcastle 13."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.documents.document import Document, Fields, Heading, Table
from ehtui.documents.meetings import about, called, kind_of, last_time, title_of, when
from ehtui.documents.seen import as_seen_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.meetings import Meeting
    from ehtui.opening import OpenCase
    from ehtui.process.sharing.recipients import Recipient


def agenda_document(case: OpenCase, meeting_id: str, recipient: Recipient) -> Document:
    """Return the agenda as one recipient may see it. KeyError when they may not see the meeting."""
    return own_agenda(as_seen_by(case, recipient), meeting_id)


def own_agenda(case: OpenCase, meeting_id: str) -> Document:
    """Return the agenda with everything in it. KeyError when there is no such meeting."""
    meeting = meeting_of(case, meeting_id)
    document = Document(f"Agenda: {title_of(case, meeting)}", case.file.case.reference)
    invited = [one for one in case.file.attendances if one.meeting_id == meeting.id]
    facts = {
        "About": about(case),
        "When": when(meeting),
        "Where": meeting.place,
        "How": case.wording.value(meeting, "way"),
        "Chair": meeting.chair,
        "Invited": ", ".join(called(case, one) for one in invited),
    }
    document.add(Fields.of(facts), Heading("Items"), Fields(tuple(_items(case, meeting))))
    if rows := tuple(_outcomes(case, meeting)):
        header = ("Outcome", "Last time", "Target", "By")
        document.add(Heading("Outcomes to look at"), Table(header, rows))
    return document


def meeting_of(case: OpenCase, meeting_id: str) -> Meeting:
    """Return a meeting of the case. KeyError when there is none with this key."""
    found = next((one for one in case.file.meetings if one.id == meeting_id), None)
    if found is None:
        raise KeyError(meeting_id)
    return found


def _items(case: OpenCase, meeting: Meeting) -> Iterator[tuple[str, str]]:
    own = [one for one in case.file.agenda_items if one.meeting_id == meeting.id]
    if own:
        titles = [one.title for one in sorted(own, key=lambda one: one.position)]
    else:
        kind = kind_of(case, meeting)
        titles = [case.wording.filled(item.title) for item in kind.agenda] if kind else []
    for number, title in enumerate(titles, 1):
        yield str(number), title


def _outcomes(case: OpenCase, meeting: Meeting) -> Iterator[tuple[str, str, str, str]]:
    for one in case.file.outcomes:
        if one.status in ("draft", "open"):
            title, by = f"{one.number} {one.title}", case.wording.value(one, "by")
            yield title, last_time(case, one, meeting), one.target, by
