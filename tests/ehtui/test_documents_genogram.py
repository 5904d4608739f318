"""The genogram in documents: each reader's own, in letters that stand below each other."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest

from data.casefile import CaseFile
from data.procedures.loading import default_id, load
from data.records.cases import Case
from data.records.consent import Restriction
from data.records.people import Person, Relationship
from ehtui.documents.docx import as_docx
from ehtui.documents.genogram import genogram_document, own_genogram
from ehtui.documents.plan import own_plan, plan_document
from ehtui.documents.text import as_text
from ehtui.opening import OpenCase
from ehtui.process.sharing.recipients import Recipient
from ehtui.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from ehtui.documents.document import Document


def person(name: str, kind: str = "adult", home: bool = True) -> Person:
    return Person(id=name, given=name, kind=kind, lives_in_home=home, case_id="case")


@pytest.fixture
def case() -> OpenCase:
    procedure = load(default_id())
    case = Case(
        id="case",
        reference="K7M-4QX",
        procedure_id=procedure.id,
        procedure_version=procedure.version,
        procedure_text_id="",
        family_name="O'Neill",
    )
    file = CaseFile(case)
    file.people = [person("Ann"), person("Bob", home=False), person("Gus"), person("Tom", "child")]
    told = [("Ann", "mother", "Tom"), ("Bob", "father", "Tom"), ("Gus", "partner", "Ann")]
    file.relationships = [
        Relationship(person_id=who, kind=kind, child_id=whose, case_id="case")
        for who, kind, whose in told
    ]
    return OpenCase(file, procedure, Wording(procedure, file))


DOCUMENTS = [genogram_document, plan_document]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_unsafe_parent_sees_neither_the_home_nor_who_else_lives_there(
    case: OpenCase, document: Callable[[OpenCase, Recipient], Document]
) -> None:
    bob = case.file.people[1]
    assert "Gus" in as_text(document(case, Recipient.person(bob)))
    bob.unsafe = True
    text = as_text(document(case, Recipient.person(bob)))
    assert "Tom" in text
    for hidden in ("Gus", "║ in the home", "live apart", "┊"):
        assert hidden not in text


def test_a_father_kept_from_a_reader_leaves_no_gap(case: OpenCase) -> None:
    case.file.restrictions = [Restriction(record_id="Bob", from_person_id="Ann", case_id="case")]
    text = as_text(genogram_document(case, Recipient.person(case.file.people[0])))
    assert "Tom" in text
    assert "Bob" not in text
    assert "not recorded" not in text


def test_a_father_nobody_recorded_is_a_gap(case: OpenCase) -> None:
    del case.file.relationships[1]
    assert "not recorded" in as_text(own_genogram(case))
    assert "not recorded" in as_text(own_plan(case))


def test_in_word_every_line_is_in_letters_of_one_width(case: OpenCase) -> None:
    document = own_genogram(case)
    word = docx.Document(BytesIO(as_docx(document)))
    drawn = [one for one in word.paragraphs if "│" in one.text]
    assert drawn
    assert {run.font.name for one in drawn for run in one.runs} == {"Courier New"}
