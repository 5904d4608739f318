"""What people read: nothing recorded is missing from it, and nothing in it is more than text."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest

from data.casefile import TABLES
from data.records.assessment import Scale
from data.records.base import but_with
from data.records.fields import described
from data.records.meetings import Meeting
from ehtui.documents.agenda import own_agenda
from ehtui.documents.blanks import visit_blank
from ehtui.documents.case_text import case_document
from ehtui.documents.consent_form import blank_form, filled_form
from ehtui.documents.document import Bullets, Document, Fields, Heading, Paragraph, Table
from ehtui.documents.docx import as_docx
from ehtui.documents.minutes import minutes_document, own_minutes
from ehtui.documents.plan import own_plan
from ehtui.documents.sections import SECTIONS
from ehtui.documents.seen import shown
from ehtui.documents.text import as_text
from ehtui.process.sharing.recipients import Recipient

if TYPE_CHECKING:
    from data.records.base import Record
    from ehtui.opening import OpenCase

AWKWARD = ["=HYPERLINK(1)", "@SUM(A1)", "[red]not markup[/]", "<w:t>&amp;</w:t>", "{{ field }}"]


def everything_recorded(case: OpenCase) -> list[tuple[str, str, str]]:
    return [
        (str(type(row).__tablename__), name, said)
        for row in case.file.rows()
        for name in described(type(row))
        if (said := case.wording.value(row, name))
    ]


def test_every_field_of_every_row_is_in_the_whole_case(full_case: OpenCase) -> None:
    text = as_text(case_document(full_case))
    recorded = everything_recorded(full_case)
    assert {table for table, _, _ in recorded} == {"cases", *TABLES}
    assert [(table, name) for table, name, said in recorded if said not in text] == []


def test_every_table_has_its_place_in_a_section() -> None:
    placed = {place.table for section in SECTIONS for place in section.places}
    assert placed == set(TABLES)


def test_line_breaks_as_typed_stay(full_case: OpenCase) -> None:
    notes = full_case.file.notes
    notes[0] = but_with(notes[0], text="first\n  second, set in\n\nlast")
    lines = as_text(case_document(full_case)).splitlines()
    assert {"first", "second, set in", "last"} <= {line.split(": ")[-1].strip() for line in lines}


def test_a_row_that_belongs_to_another_is_told_once(full_case: OpenCase) -> None:
    text = as_text(case_document(full_case))
    assert text.count("actions.note") == 1
    assert text.count("attendances.part") == 1


def test_a_row_that_has_no_number_is_told_without_a_label(full_case: OpenCase) -> None:
    document = case_document(full_case)
    word = docx.Document(BytesIO(as_docx(document)))
    for lines in (as_text(document).splitlines(), [one.text for one in word.paragraphs]):
        firsts = {line.strip() for line in lines}
        assert {"1: a meeting", "· an attendance", "· an action"} <= firsts
        assert not any(line.startswith((":", "·:")) for line in firsts)


def document_with(text: str) -> Document:
    return Document(
        text,
        "K7M-4QX",
        [
            Heading(text),
            Paragraph(text),
            Bullets((text,)),
            Fields(((text, text),)),
            Table((text, "B"), ((text, text),)),
        ],
    )


@pytest.mark.parametrize("text", AWKWARD)
def test_what_was_typed_is_only_ever_text(text: str) -> None:
    document = document_with(text)
    assert as_text(document).count(text) == 9
    word = docx.Document(BytesIO(as_docx(document)))
    said = [one.text for one in word.paragraphs]
    assert said == [text, text, text, text, f"{text}: {text}", ""]
    assert [cell.text for row in word.tables[0].rows for cell in row.cells] == [
        *(text, "B"),
        *(text, text),
    ]
    assert word.element.body.xpath(".//w:fldSimple | .//w:instrText | .//w:hyperlink") == []


def test_a_word_file_can_be_read_aloud_and_names_nobody() -> None:
    document = replace(document_with("Siân"), title="Plan: O'Connor")
    word = docx.Document(BytesIO(as_docx(document)))
    assert [one.style.name for one in word.paragraphs if one.style][:2] == ["Title", "Heading 1"]
    assert len(word.element.body.xpath(".//w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert word.styles.element.xpath(".//w:docDefaults//w:lang/@w:val") == ["en-GB"]
    properties = word.core_properties
    said = [
        *(properties.author, properties.title, properties.subject, properties.comments),
        *(properties.keywords, properties.last_modified_by, properties.category),
    ]
    assert [one for one in said if one] == ["K7M-4QX"]


def test_a_plan_says_who_wants_what_and_who_does_it(full_case: OpenCase) -> None:
    text = as_text(own_plan(full_case))
    for said in (
        *("cases.family_name", "people.given", "statements.text", "outcomes.title"),
        *("outcomes.contingency", "actions.what", "actions.who", "members.role"),
        *("agencies.name", "cases.family_comments", "cases.central_number"),
    ):
        assert said in text, said


def test_a_plan_does_not_hold_notes_or_calls(full_case: OpenCase) -> None:
    text = as_text(own_plan(full_case))
    assert [one for one in ("notes.", "calls.", "harm_contacts.") if one in text] == []


def test_what_a_reader_may_not_see_leaves_no_gap(full_case: OpenCase) -> None:
    hidden = full_case.file.outcomes[0]
    second = type(hidden)(case_id=hidden.case_id, number=2, title="second")
    full_case.file.outcomes.append(second)

    def sees(row: Record, field: str) -> bool:
        return row is not hidden and field != "phone"

    copy = shown(full_case, sees)
    assert [(one.number, one.title) for one in copy.file.outcomes] == [(1, "second")]
    assert copy.file.actions[0].outcome_id is None
    assert copy.file.people[0].phone == ""
    assert copy.file.people[0].given == "people.given"
    assert full_case.file.people[0].phone == "people.phone"
    assert hidden.id not in as_text(own_plan(copy))


def same_question(score: Scale, meeting_id: str, to: int) -> Scale:
    return Scale(
        case_id=score.case_id,
        meeting_id=meeting_id,
        question=score.question,
        owner_id=score.owner_id,
        score=to,
    )


def test_minutes_put_last_time_beside_this_time(full_case: OpenCase) -> None:
    file = full_case.file
    now, outcome, score, progress = (
        file.meetings[0],
        file.outcomes[0],
        file.scales[0],
        file.progress[0],
    )
    assert now.on
    progress = file.progress[0] = but_with(progress, action_id=None)
    before = type(now)(case_id=now.case_id, on=now.on - timedelta(weeks=3), held=True)
    file.meetings.insert(0, before)
    file.progress.append(
        type(progress)(
            case_id=now.case_id, meeting_id=before.id, outcome_id=outcome.id, value="1 of 7"
        )
    )
    file.scales.append(same_question(score, before.id, 4))
    text = as_text(own_minutes(full_case, now.id))
    assert "Last time: 1 of 7; This time: progress.value" in text
    assert f"Last time: 4; This time: {score.score}" in text
    for said in (
        "agenda_items.notes",
        "meetings.next_step_why",
        "actions.what",
        "attendances.part",
    ):
        assert said in text, said
    assert "meetings.pasted" not in text


def test_minutes_are_nobodys_who_may_not_see_the_meeting(full_case: OpenCase) -> None:
    nobody = Recipient("outsider", "somebody")
    with pytest.raises(KeyError):
        minutes_document(full_case, full_case.file.meetings[0].id, nobody)


def test_an_agenda_without_items_of_its_own_is_the_procedures(full_case: OpenCase) -> None:
    kind = next(one for one in full_case.procedure.meeting_kinds if one.agenda)
    meetings = full_case.file.meetings
    meeting = meetings[0] = but_with(meetings[0], kind=kind.key)
    assert "agenda_items.title" in as_text(own_agenda(full_case, meeting.id))
    full_case.file.agenda_items.clear()
    text = as_text(own_agenda(full_case, meeting.id))
    assert [
        item.title for item in kind.agenda if full_case.wording.filled(item.title) not in text
    ] == []


def test_a_filled_consent_form_says_what_was_said(full_case: OpenCase) -> None:
    text = as_text(filled_form(full_case, full_case.file.consents[0]))
    for said in ("consents.words", "consents.understood_how", "consent_scopes.note"):
        assert said in text, said


def test_blanks_name_the_people_and_answer_nothing(full_case: OpenCase) -> None:
    form, sheets = as_text(blank_form(full_case)), as_text(visit_blank(full_case))
    assert "people.given" in form
    assert "consents." not in form
    assert "people.known_as"[:8] in sheets
    assert "statements." not in sheets
    assert as_docx(visit_blank(full_case))


def test_each_meeting_has_its_own_chair_and_whoever_writes_the_minutes(
    full_case: OpenCase,
) -> None:
    """Chairing and notes are shared out: nobody has to be the lead for it. Doncaster p. 6."""
    file = full_case.file
    first, second = file.meetings[0], but_with(file.meetings[0], id="second")
    file.meetings[:] = [
        but_with(first, chair="Ada Bell", minutes_by="Priya Shah"),
        but_with(second, chair="Priya Shah", minutes_by="Ada Bell"),
    ]
    for meeting in file.meetings:
        text = as_text(own_minutes(full_case, meeting.id))
        assert f"Chair: {meeting.chair}" in text
        assert f"Minutes by: {meeting.minutes_by}" in text
    offered = {name for name, _ in full_case.wording.options(Meeting, "chair")}
    assert offered == {name for name, _ in full_case.wording.options(Meeting, "minutes_by")}
    assert {one.called for one in file.people} <= offered
    assert {file.name(one.id) for one in file.members} <= offered
