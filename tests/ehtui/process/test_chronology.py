"""The chronology: nothing dated missing, nothing kept back in it, filters do what they say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from data.casefile import CaseFile
from data.records.all import RECORDS
from data.records.cases import Case, Event, Note
from data.records.consent import Restriction
from data.records.fields import described
from data.records.meetings import Meeting
from data.records.people import Person
from ehtui.documents.chronology import chronology_document
from ehtui.documents.text import as_text
from ehtui.opening import OpenCase
from ehtui.process.chronology.entries import chronology, narrowed
from ehtui.process.chronology.words import AHEAD, SENTENCES
from ehtui.process.sharing.recipients import Recipient
from ehtui.wording import Wording

if TYPE_CHECKING:
    from data.procedures.model import Procedure

DAY = date(2026, 9, 15)


@pytest.fixture
def case(default: Procedure) -> OpenCase:
    file = CaseFile(
        Case(
            id="case",
            reference="K7M-4QX",
            procedure_id="",
            procedure_version="",
            procedure_text_id="",
            family_name="O'Neill",
            plan_started=DAY,
        )
    )
    file.people = [
        Person(id="mum", kind="adult", given="Ann", case_id="case"),
        Person(id="tom", kind="child", given="Tom", born=date(2018, 6, 19), case_id="case"),
    ]
    file.notes = [
        Note(
            id="note",
            on=DAY + timedelta(1),
            at="09:10",
            kind="note",
            text="Rang [x] {plan}",
            about_id="tom",
            case_id="case",
        ),
    ]
    file.meetings = [
        Meeting(id="held", on=DAY + timedelta(2), held=True, place="école", case_id="case"),
        Meeting(id="planned", on=DAY + timedelta(9), case_id="case"),
    ]
    file.events = [
        Event(
            id="move",
            on=DAY - timedelta(9),
            what="Moved house",
            source="mum",
            significant=True,
            case_id="case",
        ),
        Event(id="mark", of_record="note", on=DAY + timedelta(1), significant=True, case_id="case"),
    ]
    return OpenCase(file, default, Wording(default, file))


def test_every_dated_field_has_its_sentence_or_lies_ahead() -> None:
    dated = {
        (str(record.__tablename__), name)
        for record in RECORDS
        for name, words in described(record).items()
        if words.kind == "date"
    }
    told = {(table, name) for table, fields in SENTENCES.items() for name in fields}
    ahead = {(table, name) for table, names in AHEAD.items() for name in names}
    assert told | ahead == dated
    assert not told & ahead


def test_every_sentence_names_fields_that_exist(full_case: OpenCase) -> None:
    entries = chronology(full_case.file, full_case.wording)
    tables = {entry.table for entry in entries}
    assert {*SENTENCES} - tables == set()
    assert all(entry.text and "[" not in entry.text for entry in entries)


def test_lines_stand_in_order_with_what_was_typed_as_typed(case: OpenCase) -> None:
    lines = [(one.record, one.text) for one in chronology(case.file, case.wording)]
    assert [record for record, _ in lines] == ["tom", "move", "case", "note", "held"]
    assert lines[0][1] == "Tom was born"
    assert lines[1][1] == "Moved house (known from mum)"
    assert lines[3][1].endswith("Rang [x] {plan}")


def test_a_mark_holds_for_its_line_alone_until_the_day_is_put_right(case: OpenCase) -> None:
    case.file.case.plan_dated = DAY + timedelta(6)
    case.file.events.append(
        Event(id="two", of_record="case", on=DAY, significant=True, case_id="case")
    )
    of_case = [
        one.significant for one in chronology(case.file, case.wording) if one.record == "case"
    ]
    assert of_case == [True, False]
    case.file.case.plan_started = DAY - timedelta(1)
    assert [
        one.significant for one in chronology(case.file, case.wording) if one.record == "case"
    ] == [True, True]


@pytest.mark.parametrize(
    ("by", "records"),
    [
        ({"table": "meetings"}, ["held"]),
        ({"person": "tom"}, ["tom", "note"]),
        ({"word": "ECOLE"}, ["held"]),
        ({"significant": True}, ["move", "note"]),
        ({"word": "moved", "person": "tom"}, []),
    ],
)
def test_it_can_be_narrowed(case: OpenCase, by: dict[str, str], records: list[str]) -> None:
    assert [one.record for one in narrowed(chronology(case.file, case.wording), **by)] == records  # type: ignore[arg-type]


def test_a_copy_holds_nothing_that_is_kept_from_its_reader(case: OpenCase) -> None:
    mum = Recipient.person(case.file.people[0])
    before = as_text(chronology_document(case, mum))
    assert "Rang" not in before  # one's own agency's note
    assert "Moved house" in before
    case.file.restrictions = [
        Restriction(record_id="move", from_person_id="mum", since=DAY, case_id="case")
    ]
    after = as_text(chronology_document(case, mum))
    assert "Moved" not in after
    assert "Tom was born" in after
    assert "held back" not in after.lower()


def test_somebody_unsafe_reads_nothing_of_where_the_children_were(case: OpenCase) -> None:
    case.file.people[0].unsafe = True
    text = as_text(chronology_document(case, Recipient.person(case.file.people[0])))
    assert "école" not in text
    assert "Moved" not in text


def test_a_consent_that_was_put_right_stands_once_and_says_since_when(case: OpenCase) -> None:
    from data.keys import made_on, new_id
    from data.records.consent import Consent

    right = new_id()
    case.file.consents = [
        Consent(id="wrong", on=DAY, by_id="mum", start="no", case_id="case"),
        Consent(id=right, on=DAY, by_id="mum", start="yes", replaces_id="wrong", case_id="case"),
        Consent(id="no-clock", on=DAY, by_id="tom", start="yes", replaces_id="x", case_id="case"),
    ]
    case.file.events.append(
        Event(id="kept", of_record="wrong", on=DAY, significant=True, case_id="case")
    )
    lines = [one for one in chronology(case.file, case.wording) if one.table == "consents"]
    assert [(one.record, one.significant) for one in lines] == [(right, True), ("no-clock", False)]
    made = made_on(right)
    assert lines[0].text.endswith(f"start: Yes (corrected on {made.day} {made:%b} {made.year})")
    assert lines[1].text.endswith("(corrected)")
